import type { RawSheet } from '#shared/domain/importing/cells.ts';

/** Completes what the reader leaves out of .ods sheets: whether they are hidden, and the plain signs of their names. */
export function completeOdsSheets(sheets: readonly RawSheet[], content: string): readonly RawSheet[] {
  const hidden = hiddenNames(content);
  return sheets.map(sheet => ({
    ...sheet,
    name: plainText(sheet.name),
    hidden: sheet.hidden || hidden.has(sheet.name),
  }));
}

/** Names, as `content.xml` writes them, of the hidden sheets: the style of a sheet says so, not the sheet. */
function hiddenNames(content: string): ReadonlySet<string> {
  const hiding = new Set<string>();
  for (const [, tag = '', inner = ''] of content.matchAll(/<style:style\s([^>]*[^>/])>([\s\S]*?)<\/style:style>/g)) {
    const name = attribute(tag, 'style:name');
    const hides = /<style:table-properties\s[^>]*table:display="false"/.test(inner);
    if (name !== null && hides && attribute(tag, 'style:family') === 'table') hiding.add(name);
  }
  const hidden = new Set<string>();
  if (hiding.size === 0) return hidden;
  for (const [, tag = ''] of content.matchAll(/<table:table\s([^>]*)>/g)) {
    const name = attribute(tag, 'table:name');
    if (name !== null && hiding.has(attribute(tag, 'table:style-name') ?? '')) hidden.add(name);
  }
  return hidden;
}

function attribute(tag: string, name: string): string | null {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1] ?? null;
}

function plainText(escaped: string): string {
  return escaped
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
