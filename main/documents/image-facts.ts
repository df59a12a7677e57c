/** What kind of picture a file is, by its bytes and not by its name. */
export type ImageFacts = {
  readonly format: 'png' | 'jpeg';
  /** Pixels. */
  readonly width: number;
  readonly height: number;
};

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((value, index) => bytes[index] === value);

/** Format and size of a PNG or JPEG; undefined for anything else, and for a picture whose header is cut off. */
export function imageFacts(bytes: Uint8Array): ImageFacts | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (startsWith(bytes, PNG)) {
    const isHeader = bytes.length >= 33 && view.getUint32(12) === 0x49484452; // «IHDR»
    return isHeader ? sized('png', view.getUint32(16), view.getUint32(20)) : undefined;
  }
  return startsWith(bytes, [0xff, 0xd8, 0xff]) ? jpegFacts(view) : undefined;
}

/** Walks the segments of a JPEG to the one that begins its frame. */
function jpegFacts(view: DataView): ImageFacts | undefined {
  let at = 2;
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) at += 1;
    else if (isFrame(marker)) return sized('jpeg', view.getUint16(at + 7), view.getUint16(at + 5));
    else at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

/** Start-of-frame markers; C4, C8 and CC in the same range mean other things. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

const sized = (format: ImageFacts['format'], width: number, height: number): ImageFacts | undefined =>
  width > 0 && height > 0 ? { format, width, height } : undefined;
