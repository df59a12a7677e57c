import type { LanguageTools } from '#renderer/app/language.tsx';
import type { Label } from '#shared/contract/history.ts';

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
