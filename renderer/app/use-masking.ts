import { maskIin, maskIinsIn } from '#shared/domain/masked-iin.ts';
import { useSettings } from './use-settings.ts';

/**
 * How a value is shown where records stand in rows or side by side: whole, or its IINs masked when the officer wants it so. What
 * stands in a field for an IIN is masked whatever it looks like.
 */
export function useMasking(): (text: string, field?: string) => string {
  const masked = useSettings().iinInLists === 'masked';
  return (text, field = '') => {
    if (!masked || text === '') return text;
    return /iin$/iu.test(field) ? maskIin(text) : maskIinsIn(text);
  };
}
