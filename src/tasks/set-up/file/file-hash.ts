type NamedBytes = { name: string; bytes: Uint8Array<ArrayBuffer> };

/**
 * SHA-256 of a file, as 64 hexadecimal digits; of several files that belong together, of their hashes in the order of
 * their names. Pages of this application come over HTTPS or from the same machine, where every browser can do it.
 */
export async function hashOfFiles(files: readonly NamedBytes[]): Promise<string> {
  const [first] = files;
  if (first && files.length === 1) return sha256(first.bytes);
  const named = files.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const hashes = await Promise.all(named.map(({ bytes }) => sha256(bytes)));
  return sha256(new TextEncoder().encode(hashes.join('')));
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
