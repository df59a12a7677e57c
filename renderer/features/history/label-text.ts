import type { LanguageTools } from '#renderer/app/language.tsx';
import type { Label } from '#shared/contract/history.ts';
import { isIsoDate } from '#shared/domain/dates.ts';

/** The name of an action in the language of the screen: record kinds and states are named, counts get their form. */
export function labelText(tools: LanguageTools, label: Label, kind: 'do' | 'undo' | 'redo' | 'auto' = 'do'): string {
  const { entity, state, count, setting } = label.params;
  const params: Record<string, string | number> = { ...label.params };
  if (entity !== undefined && tools.hasWord(`entities.${entity}`)) params['entity'] = tools.word(`entities.${entity}`);
  if (state !== undefined && tools.hasWord(`states.${entity}.${state}`))
    params['state'] = tools.word(`states.${entity}.${state}`);
  if (setting !== undefined && tools.hasWord(`fields.setting.${setting}`))
    params['setting'] = tools.word(`fields.setting.${setting}`);
  const many = typeof count === 'number' && count !== 1 && tools.hasWord(`actions.${label.key}Many`);
  const key = `actions.${label.key}${many ? 'Many' : ''}`;
  const text = tools.hasWord(key) ? tools.word(key, params) : tools.t('actions.unknown');
  if (kind === 'do' || kind === 'auto') return text;
  return tools.t(kind === 'undo' ? 'actions.undone' : 'actions.redone', { action: text });
}

/** The name of a record in the history: settings and tasks, which have none of their own, are named by what they are. */
export function recordTitle(tools: LanguageTools, entity: string, title: string): string {
  if (entity === 'setting' && tools.hasWord(`fields.setting.${title}`)) return tools.word(`fields.setting.${title}`);
  if (entity !== 'task') return title;
  const [kind = '', ...rest] = title.split(' ');
  if (!tools.hasWord(`states.taskKind.${kind}`)) return title;
  const day = rest.at(-1) ?? '';
  const name = tools.word(`states.taskKind.${kind}`);
  return isIsoDate(day) ? `${name} · ${tools.locale.date(day)}` : name;
}

/** The value of a setting in words: languages, themes and other choices are named, a number or a text stands as it is. */
export function settingValue(tools: LanguageTools, setting: string, value: unknown): string {
  if (typeof value === 'object') return '…';
  const key = `states.${setting}.${String(value)}`;
  return tools.hasWord(key) ? tools.word(key) : String(value);
}
