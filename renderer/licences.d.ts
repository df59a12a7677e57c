/** Made by the build from the packages that are bundled; see electron.vite.config.ts. */
declare module 'virtual:licences' {
  import type { Licence } from '#shared/domain/licence.ts';

  const licences: readonly Licence[];
  export default licences;
}
