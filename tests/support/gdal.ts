import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FeatureCollection } from 'geojson';

/** Whether GDAL, the library that most other map software reads files with, is on this machine. */
export const hasGdal = spawnSync('ogr2ogr', ['--version']).status === 0;

/** Puts a file into a folder of its own, hands its path to `work`, and clears up. */
export async function inFolder<Result>(
  name: string,
  file: Blob,
  work: (path: string) => Result,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'gdal-'));
  try {
    const path = join(folder, name);
    writeFileSync(path, new Uint8Array(await file.arrayBuffer()));
    return work(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Names of the layers that GDAL finds in a file, and what it says about it. */
export function layersIn(path: string): string[] {
  const said = execFileSync('ogrinfo', ['-ro', '-q', path], { encoding: 'utf8' });
  return [...said.matchAll(/^\d+: (.*?)(?: \([^()]*\))?$/gm)].map(([, name = '']) => name);
}

/**
 * What GDAL reads from a file, brought to WGS 84 by the projection that the file itself names. `options` are more
 * words for ogr2ogr. Throws with GDAL's words when it reads nothing, or warns.
 */
export function readByGdal(path: string, options: readonly string[] = [], layer?: string): FeatureCollection {
  const target = `${path.replace(/^\/vsizip\//, '')}.read.geojson`;
  const words = ['-f', 'GeoJSON', '-lco', 'COORDINATE_PRECISION=10', ...options, target, path];
  const { status, stderr } = spawnSync('ogr2ogr', layer ? [...words, layer] : words, { encoding: 'utf8' });
  if (status !== 0 || stderr.trim() !== '') throw new Error(`ogr2ogr: ${stderr}`);
  return JSON.parse(readFileSync(target, 'utf8')) as FeatureCollection;
}
