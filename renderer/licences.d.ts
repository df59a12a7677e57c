/** Made by the build from the packages that are bundled; see electron.vite.config.ts. */
declare module 'virtual:licences' {
  const licences: readonly import('#shared/domain/licence.ts').Licence[];
  export default licences;
}
