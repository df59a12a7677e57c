import type { ComponentType } from 'react';
import type { AnyRecord, RecordName } from '#renderer/api/records.ts';
import type { ListQuestion } from '#renderer/ui/use-row-windows.ts';
import type { AreaDescriptor, Tools } from './descriptor.ts';

export type RecordActionsProps = { readonly area: AreaDescriptor; readonly detail: AnyRecord; readonly tools: Tools };
export type SelectionActionsProps = {
  readonly area: AreaDescriptor;
  readonly ids: readonly string[];
  readonly tools: Tools;
};

export type AreaToolsProps = { readonly area: AreaDescriptor; readonly tools: Tools };

/** A tab of the record that is no related list. */
export type ExtraTab = {
  readonly key: string;
  readonly title: (tools: Tools) => string;
  readonly Panel: ComponentType<RecordActionsProps>;
};

/** A paper made of the rows a list shows, offered beside its files; the question has no order when the officer has chosen none. */
export type ListPaper = {
  readonly key: string;
  readonly title: (tools: Tools) => string;
  readonly Dialog: ComponentType<{
    readonly question: ListQuestion;
    readonly tools: Tools;
    readonly onClose: () => void;
  }>;
};

type Extension = {
  readonly Record?: ComponentType<RecordActionsProps>;
  readonly Selection?: ComponentType<SelectionActionsProps>;
  /** Shown above the list, before «add». */
  readonly Tools?: ComponentType<AreaToolsProps>;
  readonly tabs?: readonly ExtraTab[];
  readonly papers?: readonly ListPaper[];
};

/** By area, then by the feature that extends it: offering twice changes nothing. */
const extensions: Partial<Record<RecordName, ReadonlyMap<string, Extension>>> = {};

/** Lets another feature add its actions to the records of an area, for example printing letters. */
export function extendArea(name: RecordName, feature: string, extension: Extension): void {
  extensions[name] = new Map([...(extensions[name] ?? []), [feature, extension]]);
}

const extensionsOf = (name: RecordName): readonly (readonly [string, Extension])[] => [...(extensions[name] ?? [])];

/** What other features can do with the record shown. */
export function RecordActions(props: RecordActionsProps) {
  return extensionsOf(props.area.name).map(
    ([feature, { Record: Actions }]) => Actions && <Actions key={feature} {...props} />,
  );
}

/** What other features can do with the rows selected. */
export function SelectionActions(props: SelectionActionsProps) {
  return extensionsOf(props.area.name).map(
    ([feature, { Selection: Actions }]) => Actions && <Actions key={feature} {...props} />,
  );
}

/** What other features offer above the list. */
export function AreaTools(props: AreaToolsProps) {
  return extensionsOf(props.area.name).map(
    ([feature, { Tools: Actions }]) => Actions && <Actions key={feature} {...props} />,
  );
}

/** Tabs that other features add to the records of an area. */
export const extraTabsOf = (name: RecordName): readonly ExtraTab[] =>
  extensionsOf(name).flatMap(([, extension]) => extension.tabs ?? []);

/** Papers that other features make of the list of an area. */
export const papersOf = (name: RecordName): readonly ListPaper[] =>
  extensionsOf(name).flatMap(([, extension]) => extension.papers ?? []);
