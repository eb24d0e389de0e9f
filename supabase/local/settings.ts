import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { StartRefused } from './start-refused.ts';
import type { CertificatePaths } from './tls/certificate.ts';

const REPOSITORY = resolve(import.meta.dirname, '../..');

/** What a person may set before the server starts. */
export type Settings = {
  host: string;
  port: number;
  dataFolder: string;
  distFolder: string;
  /** A PostgreSQL server's database in place of the embedded one. */
  databaseUrl: string | undefined;
  /** Names given in ALLOWED_HOSTS, separated by commas. */
  moreHosts: string;
  /** Null where TLS is not asked for. */
  certificatePaths: CertificatePaths | null;
};

/** The data folder that every command works on: DATA_DIR, or `.data` of the project. */
export function dataFolderOf(environment: NodeJS.ProcessEnv): string {
  return resolve(environment.DATA_DIR || join(REPOSITORY, '.data'));
}

/** Reads the settings; throws StartRefused where one makes no sense. */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const port = Number(environment.PORT || 5173);
  const distFolder = resolve(environment.DIST_DIR || join(REPOSITORY, 'dist'));
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new StartRefused(`PORT phải là một số từ 0 đến 65535; đang là "${environment.PORT}".`);
  }
  if (!existsSync(join(distFolder, 'index.html'))) {
    throw new StartRefused('Chưa có bản dựng trong thư mục dist. Hãy chạy: npm start');
  }
  return {
    host: environment.HOST || '127.0.0.1',
    port,
    dataFolder: dataFolderOf(environment),
    distFolder,
    databaseUrl: environment.DATABASE_URL || undefined,
    moreHosts: environment.ALLOWED_HOSTS ?? '',
    certificatePaths: certificatePathsOf(environment),
  };
}

function certificatePathsOf({ TLS_CERT, TLS_KEY }: NodeJS.ProcessEnv): CertificatePaths | null {
  if (!TLS_CERT && !TLS_KEY) return null;
  if (!TLS_CERT || !TLS_KEY) {
    const [given, missing] = TLS_CERT ? ['TLS_CERT', 'TLS_KEY'] : ['TLS_KEY', 'TLS_CERT'];
    throw new StartRefused(`Đã đặt ${given} nhưng thiếu ${missing}. Mã hóa đường truyền cần cả hai tệp PEM.`);
  }
  return { certificatePath: resolve(TLS_CERT), keyPath: resolve(TLS_KEY) };
}
