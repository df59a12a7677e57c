/** Names Windows keeps for devices, whatever their ending. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;
/** Characters of a name, and its bytes: Linux allows 255, a Cyrillic letter takes two, others up to four. */
const longestName = 110;
const mostBytes = 220;

function cutToFit(text: string): string {
  let bytes = 0;
  return [...text]
    .slice(0, longestName)
    .filter(character => {
      bytes += Buffer.byteLength(character);
      return bytes <= mostBytes;
    })
    .join('');
}

/** A file name every system accepts: no separators, no control characters, no dots or spaces at the end, not too long. */
export function safeFileName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replaceAll(/[/\\]/gu, '-')
    .replaceAll(/[<>:"|?*\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .replaceAll(/\s+/gu, ' ');
  const cut = cutToFit(plain).replaceAll(/^[\s.]+|[\s.]+$/gu, '');
  if (cut === '') return '_';
  return reserved.test(cut) ? `_${cut}` : cut;
}
