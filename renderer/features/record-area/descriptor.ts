import type { ComponentType, ReactNode } from 'react';
import type { AnyRecord, DetailOf, DictionaryName, RecordName, RowOf } from '#renderer/api/records.ts';
import type { LanguageTools } from '#renderer/app/language.tsx';
import type { ListSort } from '#renderer/state/lists.ts';
import type { BadgeKind } from '#renderer/ui/status-badge.tsx';
import type { EntityName } from '#shared/contract/procedure.ts';
import type { z } from '#shared/contract/zod.ts';

export type { DictionaryName } from '#renderer/api/records.ts';

/** What formatting needs besides the record: the language and the names of dictionary entries. */
export type Tools = LanguageTools & {
  /** The name of an agreement type, practice type … in the language of the screen. */
  readonly nameOf: (dictionary: DictionaryName, id: unknown) => string;
  readonly optionsOf: (dictionary: DictionaryName) => readonly Option[];
};

export type Option = { readonly value: string; readonly label: string };

export type Values = Readonly<Record<string, unknown>>;

/** How a field is shown and edited. */
export type FieldKind =
  | { readonly kind: 'text'; readonly format?: 'phone' | 'email' | 'link' | 'code' }
  | { readonly kind: 'long' }
  | { readonly kind: 'identifier'; readonly of: 'bin' | 'iin' | 'either' }
  | { readonly kind: 'date' }
  | { readonly kind: 'number'; readonly min: number; readonly max: number; readonly unit?: 'hours' }
  | { readonly kind: 'money' }
  | { readonly kind: 'schoolYear' }
  | { readonly kind: 'legalForm' }
  | { readonly kind: 'week' }
  /** Scores by criterion; `side` is the field that says whose criteria they are. */
  | { readonly kind: 'scores'; readonly side: string }
  /** `text` is the key of the words under `states`. */
  | { readonly kind: 'choice'; readonly values: readonly string[]; readonly text: string }
  | { readonly kind: 'choices'; readonly values: readonly string[]; readonly text: string }
  | { readonly kind: 'boolean'; readonly nullable: boolean }
  | { readonly kind: 'dictionary'; readonly name: DictionaryName }
  | {
      readonly kind: 'reference';
      readonly name: RecordName;
      /** The field of the detail that carries the title of what is referred to. */
      readonly title?: string;
      /** Limits the choice to what belongs to another record, for example the contacts of the firm. */
      readonly within?: string;
      /** Values a record made from the picker starts with, taken from fields of this one. */
      readonly given?: Readonly<Record<string, string>>;
    };

export type FieldDescriptor = {
  readonly name: string;
  readonly field: FieldKind;
  readonly required?: boolean;
  /** Shown in the create dialog without asking for all fields. */
  readonly main?: boolean;
  readonly wide?: boolean;
};

export type Section = { readonly title: string; readonly fields: readonly FieldDescriptor[] };

export type ColumnDescriptor<R> = {
  /** The row's field: the name to sort by and, unless `label` says otherwise, of its label. */
  readonly key: string;
  readonly label?: string;
  readonly width: number;
  readonly align?: 'end';
  /** Takes the room that is left; the first column when none does. */
  readonly grow?: true;
  readonly sortable?: false;
  readonly hidden?: true;
  /** Plain text: shown when there is no `render`, and copied. */
  readonly text: (row: R, tools: Tools) => string;
  readonly render?: (row: R, tools: Tools) => ReactNode;
};

export type FilterDescriptor =
  | {
      readonly key: string;
      readonly label: string;
      readonly kind: 'choices';
      readonly values: readonly string[];
      readonly text: string;
    }
  | { readonly key: string; readonly label: string; readonly kind: 'numbers'; readonly values: readonly number[] }
  | {
      readonly key: string;
      readonly label: string;
      readonly kind: 'dictionary';
      readonly name: DictionaryName;
    }
  | {
      readonly key: string;
      readonly label: string;
      readonly kind: 'references';
      readonly name: RecordName;
      readonly single?: true;
    }
  | { readonly key: string; readonly label: string; readonly kind: 'flag' }
  | { readonly key: string; readonly label: string; readonly kind: 'days'; readonly values: readonly number[] }
  | { readonly key: readonly [string, string]; readonly label: string; readonly kind: 'schoolYear' };

export type TabDescriptor<D> = {
  readonly key: string;
  readonly name: RecordName;
  /** The filter of the related list. */
  readonly filter: (detail: D) => Values;
  /** Values a record added from the tab starts with. */
  readonly given?: (detail: D) => Values;
  readonly count?: (detail: D) => number | null;
  /** Columns of the related list that repeat the record itself. */
  readonly without?: readonly string[];
};

export type Badge = { readonly kind: BadgeKind; readonly value: string };

/** One record area: everything that tells it from the others. */
export type AreaDescriptor<R = AnyRecord, D = AnyRecord> = {
  readonly name: RecordName;
  readonly entity: EntityName;
  readonly schema: z.ZodObject;
  readonly columns: readonly ColumnDescriptor<R>[];
  readonly sort: ListSort;
  readonly filters: readonly FilterDescriptor[];
  readonly sections: readonly Section[];
  readonly tabs: readonly TabDescriptor<D>[];
  readonly title: (detail: D, tools: Tools) => string;
  readonly facts?: (detail: D, tools: Tools) => readonly string[];
  readonly badge?: (record: D | R) => Badge | null;
  /** Values a new record starts with. */
  readonly defaults: Values;
  /** States a selection of rows can be moved to. */
  readonly moves?: { readonly states: readonly string[]; readonly kind: 'placement' | 'request' };
  /** The tab a record opens on, when it is not the first. */
  readonly opensOn?: string;
  /** What the record panel shows above the fields, for example possible duplicates. */
  readonly Notice?: ComponentType<{ readonly detail: D; readonly tools: Tools }>;
};

/** Checks a descriptor against the rows and details of its record kind, then lets the generic parts use it. */
export function describeArea<N extends RecordName>(
  descriptor: AreaDescriptor<RowOf<N>, DetailOf<N>> & { readonly name: N },
): AreaDescriptor {
  return descriptor as unknown as AreaDescriptor;
}

/** Every field of an area, in the order of its sections. */
export const fieldsOf = (area: AreaDescriptor): readonly FieldDescriptor[] =>
  area.sections.flatMap(section => section.fields);
