const factors = [0x01000193, 0x85ebca6b] as const;

/**
 * A short mark of a text, by which it is known again though the text itself is kept nowhere (FNV-1a with two factors, 64 bits). It
 * keeps nobody from guessing; two texts with one mark are no harm where it is used.
 */
export function textMark(text: string): string {
  const marks = factors.map(factor => {
    let mark = 0x811c9dc5;
    for (let place = 0; place < text.length; place += 1) mark = Math.imul(mark ^ text.charCodeAt(place), factor);
    return (mark >>> 0).toString(36);
  });
  return marks.join('.');
}
