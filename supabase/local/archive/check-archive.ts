import { createReadStream, existsSync } from 'node:fs';
import { Readable } from 'node:stream';
import { createTarDecoder } from 'modern-tar';
import { ArchiveRefused } from './archive-refused.ts';
import { FORMAT, MANIFEST, MANIFEST_DIGEST, type Manifest } from './manifest.ts';
import { digestOf } from './rows.ts';

/** What one file of an archive may hold: the whole change log of a large commune is far below. */
const LARGEST_FILE = 1024 ** 3;

/** Goes through the files of an archive in their order. Throws where the tar itself is damaged or cut off. */
export async function eachFile(
  path: string,
  visit: (name: string, bytes: Uint8Array) => void | Promise<void>,
): Promise<void> {
  const source = Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>;
  for await (const { header, body } of source.pipeThrough(createTarDecoder({ strict: true }))) {
    if (header.type !== 'file' || header.size > LARGEST_FILE) {
      throw new Error(`${header.name}: expected a file of at most ${LARGEST_FILE} bytes`);
    }
    await visit(header.name, new Uint8Array(await new Response(body).arrayBuffer()));
  }
}

/**
 * Reads an archive to its end and compares every file with the manifest, before anything of it is used.
 * @throws ArchiveRefused that names every file which is damaged, missing or not listed.
 */
export async function checkArchive(path: string): Promise<Manifest> {
  if (!existsSync(path)) throw new ArchiveRefused(`Không có tệp ${path}.`);
  const found = new Map<string, { bytes: number; sha256: string }>();
  const texts = new Map<string, string>();
  let problem: string | null = null;
  let last = '';
  try {
    await eachFile(path, (name, bytes) => {
      last = name;
      if (found.has(name)) problem ??= `${name} có hai lần`;
      found.set(name, { bytes: bytes.byteLength, sha256: digestOf(bytes) });
      if (name === MANIFEST || name === MANIFEST_DIGEST) texts.set(name, new TextDecoder().decode(bytes));
    });
  } catch {
    problem ??= last ? `phần ngay sau ${last} không đọc được` : 'tệp không phải bản sao lưu dạng tar';
  }
  const text = texts.get(MANIFEST);
  const digest = texts.get(MANIFEST_DIGEST)?.slice(0, 64);
  if (problem === null && (text === undefined || digest === undefined)) {
    problem = `thiếu ${text === undefined ? MANIFEST : MANIFEST_DIGEST} ở cuối tệp, có lẽ tệp bị cắt cụt`;
  }
  if (problem === null && text !== undefined && digestOf(text) !== digest) {
    problem = `${MANIFEST} hoặc ${MANIFEST_DIGEST} đã bị thay đổi`;
  }
  if (problem !== null || text === undefined) throw damaged([problem ?? MANIFEST]);
  const manifest = manifestOf(text);
  const wrong = [
    ...Object.entries(manifest.files).flatMap(([name, { sha256 }]) => {
      const here = found.get(name);
      if (!here) return [`thiếu ${name}`];
      return here.sha256 === sha256 ? [] : [`${name} đã bị thay đổi`];
    }),
    ...[...found.keys()]
      .filter((name) => name !== MANIFEST && name !== MANIFEST_DIGEST && !(name in manifest.files))
      .map((name) => `${name} không có trong ${MANIFEST}`),
  ];
  if (wrong.length > 0) throw damaged(wrong);
  return manifest;
}

function manifestOf(text: string): Manifest {
  const manifest = JSON.parse(text) as Manifest;
  if (manifest.format !== FORMAT || manifest.version !== 1) {
    throw new ArchiveRefused(
      'Bản sao lưu này do một phiên bản chương trình khác tạo ra. Hãy cập nhật chương trình.',
    );
  }
  return manifest;
}

function damaged(wrong: readonly string[]): ArchiveRefused {
  const named = wrong.slice(0, 10).join('; ');
  const more = wrong.length > 10 ? ` và ${wrong.length - 10} chỗ khác` : '';
  return new ArchiveRefused(
    `Bản sao lưu bị hỏng nên chưa khôi phục gì cả: ${named}${more}. Hãy dùng một bản sao lưu khác.`,
  );
}
