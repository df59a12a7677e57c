/** A point or a size in the drawing's own units: a square of 512. */
type Point = readonly [number, number];

/** What the icons are made of: rounded boxes and bows with round ends. */
export type Shape =
  | {
      readonly kind: 'box';
      readonly from: Point;
      readonly to: Point;
      readonly radius: number;
      readonly colour: string;
    }
  | {
      readonly kind: 'bow';
      readonly centre: Point;
      readonly radius: number;
      /** Degrees from the right, clockwise; the bow runs from the first to the second. */
      readonly from: number;
      readonly to: number;
      readonly width: number;
      readonly colour: string;
    };

const teal = '#0b5f5c';
const sand = '#f3c566';
const paper = '#ffffff';

/** Two equal halves that make one letter: the college and the firm. `bold` is for sizes of 32 pixels and less. */
const halves = (centre: Point, scale: number, colours: readonly [string, string], bold: boolean): readonly Shape[] => {
  const radius = 72 * scale;
  const width = (bold ? 66 : 54) * scale;
  const [x, y] = centre;
  return [
    { kind: 'bow', centre: [x, y + radius], radius, from: -90, to: 150, width, colour: colours[1] },
    { kind: 'bow', centre: [x, y - radius], radius, from: 90, to: 330, width, colour: colours[0] },
  ];
};

/** The program's icon. */
export const programIcon = (bold = false): readonly Shape[] => [
  { kind: 'box', from: [16, 16], to: [496, 496], radius: 108, colour: teal },
  ...halves([256, 256], bold ? 1.24 : 1.1, [paper, sand], bold),
];

/** The icon of a `.seriktes` archive: a sheet with the program's sign. */
export const archiveIcon = (bold = false): readonly Shape[] => [
  { kind: 'box', from: [84, 16], to: [428, 496], radius: 40, colour: '#84919a' },
  { kind: 'box', from: [96, 28], to: [416, 484], radius: 30, colour: paper },
  { kind: 'box', from: [96, 404], to: [416, 484], radius: 30, colour: teal },
  { kind: 'box', from: [96, 404], to: [416, 440], radius: 0, colour: teal },
  ...halves([256, 216], bold ? 0.98 : 0.86, [teal, '#c58a1b'], bold),
];

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
const onCircle = ([x, y]: Point, radius: number, degrees: number): Point => [
  x + radius * Math.cos(radians(degrees)),
  y + radius * Math.sin(radians(degrees)),
];

/** Whether a point lies inside a shape. */
function covers(shape: Shape, [x, y]: Point): boolean {
  if (shape.kind === 'box') {
    const { from, to, radius } = shape;
    const dx = Math.max(from[0] + radius - x, 0, x - (to[0] - radius));
    const dy = Math.max(from[1] + radius - y, 0, y - (to[1] - radius));
    if (x < from[0] || x > to[0] || y < from[1] || y > to[1]) return false;
    return dx === 0 || dy === 0 || Math.hypot(dx, dy) <= radius;
  }
  const { centre, radius, width } = shape;
  const distance = Math.hypot(x - centre[0], y - centre[1]);
  const angle = (Math.atan2(y - centre[1], x - centre[0]) * 180) / Math.PI;
  const turned = (((angle - shape.from) % 360) + 360) % 360;
  if (turned <= shape.to - shape.from) return Math.abs(distance - radius) <= width / 2;
  return [shape.from, shape.to].some(degrees => {
    const [endX, endY] = onCircle(centre, radius, degrees);
    return Math.hypot(x - endX, y - endY) <= width / 2;
  });
}

const channels = (colour: string): readonly number[] =>
  [1, 3, 5].map(place => Number.parseInt(colour.slice(place, place + 2), 16));

/** The drawing in pixels, four bytes each; small pictures are looked at in 8 × 8 places a pixel, large ones in 4 × 4. `margin` is a share of the side left empty. */
export function rasterise(shapes: readonly Shape[], size: number, margin = 0): Uint8Array {
  const fine = size > 128 ? 4 : 8;
  const pixels = new Uint8Array(size * size * 4);
  const inner = size * (1 - 2 * margin);
  const parts = shapes.toReversed().map(shape => ({ shape, colour: channels(shape.colour) }));
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      const sum = [0, 0, 0];
      let hits = 0;
      for (let place = 0; place < fine * fine; place++) {
        const x = column + ((place % fine) + 0.5) / fine - size * margin;
        const y = row + (Math.floor(place / fine) + 0.5) / fine - size * margin;
        const point: Point = [(x * 512) / inner, (y * 512) / inner];
        const hit = parts.find(part => covers(part.shape, point));
        if (hit === undefined) continue;
        hits += 1;
        for (const [channel, value] of hit.colour.entries()) sum[channel] = (sum[channel] ?? 0) + value;
      }
      if (hits === 0) continue;
      const start = (row * size + column) * 4;
      for (const [channel, value] of sum.entries()) pixels[start + channel] = Math.round(value / hits);
      pixels[start + 3] = Math.round((hits * 255) / (fine * fine));
    }
  return pixels;
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

/** The same drawing as SVG. */
export function toSvg(shapes: readonly Shape[]): string {
  const parts = shapes.map(shape => {
    if (shape.kind === 'box') {
      const [[left, top], [right, bottom]] = [shape.from, shape.to];
      return `<rect x="${left}" y="${top}" width="${right - left}" height="${bottom - top}" rx="${shape.radius}" fill="${shape.colour}"/>`;
    }
    const radius = rounded(shape.radius);
    const [startX, startY] = onCircle(shape.centre, shape.radius, shape.from).map(rounded);
    const [endX, endY] = onCircle(shape.centre, shape.radius, shape.to).map(rounded);
    const large = shape.to - shape.from > 180 ? 1 : 0;
    return `<path d="M${startX} ${startY}A${radius} ${radius} 0 ${large} 1 ${endX} ${endY}" fill="none" stroke="${shape.colour}" stroke-width="${rounded(shape.width)}" stroke-linecap="round"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512">\n  ${parts.join('\n  ')}\n</svg>\n`;
}
