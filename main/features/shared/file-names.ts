/** Names Windows keeps for devices, whatever their ending. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;
/** Characters of a name; Linux allows 255 bytes, and a Cyrillic letter takes two. */
const longestName = 110;

/** A file name every system accepts: no separators, no control characters, no dots or spaces at the end, not too long. */
export function safeFileName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replaceAll(/[/\\]/gu, '-')
    .replaceAll(/[<>:"|?*\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .replaceAll(/\s+/gu, ' ');
  const cut = [...plain]
    .slice(0, longestName)
    .join('')
    .replaceAll(/^[\s.]+|[\s.]+$/gu, '');
  if (cut === '') return '_';
  return reserved.test(cut) ? `_${cut}` : cut;
}
