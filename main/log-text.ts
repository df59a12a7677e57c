/** Folders of the program and of the user say whose machine this is; the name and the place in the file are enough. */
const frame = /^\s*at (?:(.*) \()?(?:.*[\\/])?([\w.-]+:\d+(?::\d+)?)\)?$/u;
const mostFrames = 20;
const mostCauses = 3;

/** Quotes hold what somebody typed: SQLite, V8 and the file system all quote what they could not read. */
const quoted = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|«[^»]*»|“[^”]*”/gu;
const path = /\S*[\\/]\S*/gu;
const address = /\S+@\S+/gu;
const number = /\+?\d[\d\s().-]{2,}\d/gu;
/** Words as the program has them: small letters, camelCase, codes in capitals. A name begins with a capital. */
const programWord = /^(?:[a-z][A-Za-z0-9_$.]*|[A-Z][A-Z0-9_]+|\d{1,3})$/u;

/**
 * A message without anything that may have come from a record: what is quoted, paths, addresses, numbers, every word in other
 * letters than Latin ones, and Latin words that begin with a capital as names do, but for the first.
 */
export function withoutData(message: string): string {
  const bare = message.replace(quoted, '…').replace(path, '…').replace(address, '…').replace(number, '…');
  return bare
    .split(/\s+/u)
    .map((word, place) => {
      const [, before = '', core = '', after = ''] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u.exec(word) ?? [];
      if (core === '' || programWord.test(core)) return word;
      return place === 0 && /^[A-Z][a-z]+$/u.test(core) ? word : `${before}…${after}`;
    })
    .join(' ')
    .replace(/…[\s.,…]*(?=\s|$)/gu, '…')
    .trim();
}

/** A statement of SQL for the log: its literals stay when they are the program's own words. */
export const statementText = (text: string): string =>
  text.replace(/'((?:[^']|'')*)'/gu, (whole, inside: string) => (/^[\w "%-]*$/u.test(inside) ? whole : "'…'"));

function describe(error: Error): string {
  const { code } = error as { code?: unknown };
  const frames = (error.stack ?? '').split('\n').flatMap(line => {
    const [, name, place] = frame.exec(line) ?? [];
    return place === undefined ? [] : [`    at ${name === undefined ? '' : `${name} `}(${place})`];
  });
  const head = `${error.name}${typeof code === 'string' ? ` ${code}` : ''}: ${withoutData(error.message)}`;
  return [head, ...frames.slice(0, mostFrames)].join('\n');
}

/** A failure as the log keeps it: enough to find its place in the program, and nothing about anybody. */
export function failureText(error: unknown): string {
  const parts: string[] = [];
  for (let next = error; parts.length <= mostCauses && next !== undefined && next !== null; ) {
    parts.push(
      next instanceof Error ? describe(next) : typeof next === 'string' ? withoutData(next) : `a ${typeof next}`,
    );
    next = next instanceof Error ? next.cause : undefined;
  }
  return parts.join('\ncaused by ') || 'nothing';
}
