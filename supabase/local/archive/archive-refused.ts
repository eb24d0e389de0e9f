/** An archive cannot be made or restored as asked; the message says why and what to do. Nothing was changed. */
export class ArchiveRefused extends Error {
  override name = 'ArchiveRefused';
}
