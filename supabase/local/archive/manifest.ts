/** Rows of one table in a file of the archive (gzip of lines; sealed ones encrypted after that). */
export type RowsFile = { table: string; file: string; columns: { name: string; type: string }[] };

/** What an archive says of itself in `manifest.json`; the digest of that stands in `manifest.sha256`. */
export type Manifest = {
  format: typeof FORMAT;
  version: 1;
  madeAt: string;
  /** Versions of the migrations of the database that it was read from. */
  migrations: string[];
  firstAdministrator: string | null;
  communes: { id: string; code: string; name: string; isSealed: boolean }[];
  rows: RowsFile[];
  /** Of one commune each. */
  sealed: (RowsFile & { commune: string })[];
  /** Pictures that the rows tell of and the folder did not have when the archive was made. */
  missingPhotos: string[];
  files: Record<string, { bytes: number; sha256: string }>;
};

export const FORMAT = 'xa-hanh-phuc-backup';
export const MANIFEST = 'manifest.json';
export const MANIFEST_DIGEST = 'manifest.sha256';
export const ACCOUNTS = 'accounts.jsonl.gz';

/** Name of the file with the identity that opens a commune's sealed tables, itself encrypted by the passphrase. */
export const identityFile = (commune: string) => `sealed/${commune}/identity.age`;

/** Name of a picture in the archive, which is also its place in the data folder. */
export const photoFile = (commune: string, photo: string) => `photos/${commune}/${photo}.jpg`;
