import type { ComponentType } from 'react';
import type { AnyRecord, RecordName } from '#renderer/api/records.ts';
import type { AreaDescriptor, Tools } from './descriptor.ts';

export type RecordActionsProps = { readonly area: AreaDescriptor; readonly detail: AnyRecord; readonly tools: Tools };
export type SelectionActionsProps = {
  readonly area: AreaDescriptor;
  readonly ids: readonly string[];
  readonly tools: Tools;
};

type Extension = {
  readonly Record?: ComponentType<RecordActionsProps>;
  readonly Selection?: ComponentType<SelectionActionsProps>;
};

const extensions: Partial<Record<RecordName, Extension>> = {};

/** Lets another feature add its actions to the records of an area, for example printing letters. */
export function extendArea(name: RecordName, extension: Extension): void {
  extensions[name] = { ...extensions[name], ...extension };
}

/** What other features can do with the record shown. */
export function RecordActions(props: RecordActionsProps) {
  const Actions = extensions[props.area.name]?.Record;
  return Actions ? <Actions {...props} /> : null;
}

/** What other features can do with the rows selected. */
export function SelectionActions(props: SelectionActionsProps) {
  const Actions = extensions[props.area.name]?.Selection;
  return Actions ? <Actions {...props} /> : null;
}
