/** A part of the program that others wrote. */
export type Licence = {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly author: string;
  /** The licence in full, as its package carries it; empty when it carries none. */
  readonly text: string;
};
