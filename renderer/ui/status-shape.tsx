/** The shapes of states; drawn, so that they look the same whatever fonts the computer has. */
export type Shape =
  | 'empty'
  | 'quarter'
  | 'half'
  | 'threeQuarters'
  | 'full'
  | 'triangle'
  | 'square'
  | 'cross'
  | 'loop'
  | 'pause'
  | 'check'
  | 'doubleCheck'
  | 'dash';

const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.75, strokeLinecap: 'round' } as const;
const ring = <circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.4" />;

const drawings = {
  empty: ring,
  quarter: (
    <>
      {ring}
      <path d="M6 6V3a3 3 0 0 1 3 3z" fill="currentColor" />
    </>
  ),
  half: (
    <>
      {ring}
      <path d="M6 3a3 3 0 0 1 0 6z" fill="currentColor" />
    </>
  ),
  threeQuarters: (
    <>
      {ring}
      <path d="M6 6V3a3 3 0 1 1-3 3z" fill="currentColor" />
    </>
  ),
  full: <circle cx="6" cy="6" r="5" fill="currentColor" />,
  triangle: <path d="M6 1.2 11.4 10.6H.6z" fill="currentColor" />,
  square: <rect x="1.5" y="1.5" width="9" height="9" rx="1" fill="currentColor" />,
  cross: <path d="M2.5 2.5l7 7M9.5 2.5l-7 7" {...line} />,
  loop: (
    <>
      <path d="M10 6a4 4 0 1 1-1.3-2.9" {...line} />
      <path d="M10.4.9v2.9H7.5z" fill="currentColor" />
    </>
  ),
  pause: <path d="M4 2v8M8 2v8" {...line} />,
  check: <path d="M1.8 6.4 4.7 9.3 10.4 3" {...line} />,
  doubleCheck: <path d="M.8 6.6 3.2 9 8 3.4M6 8.6l.5.5 4.9-5.7" {...line} strokeWidth={1.5} />,
  dash: <path d="M2.2 6h7.6" {...line} />,
} as const satisfies Record<Shape, unknown>;

export function StatusShape({ shape }: { readonly shape: Shape }) {
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      {drawings[shape]}
    </svg>
  );
}
