/** Modules the build makes; see electron.vite.config.ts. */

/** The packages that are bundled, with their licences. */
declare module 'virtual:licences' {
  import type { Licence } from '#shared/domain/licence.ts';

  const licences: readonly Licence[];
  export default licences;
}

/** What a page must know of the contract's procedures; the schemas that check them stay in main. */
declare module 'virtual:procedures' {
  const procedures: Readonly<Record<string, { readonly kind: 'query' | 'command'; readonly reads: readonly string[] }>>;
  export default procedures;
}
