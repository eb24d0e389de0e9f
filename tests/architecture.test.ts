import { globSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, resolve, sep } from 'node:path';
import { describe, expect, test } from 'vitest';

/**
 * Who may import whom (docs/architecture.md): a folder imports only from rows below it, and there
 * is never a circle. The checks work on a plain list of imports, so that the rules themselves can
 * be tested on made-up ones.
 */
type Import = { from: string; to: string; typeOnly: boolean };

const SOURCE = resolve(import.meta.dirname, '../src');
const ROWS: Record<string, number> = {
  app: 6,
  tasks: 5,
  map: 4,
  table: 4,
  panel: 4,
  layers: 3,
  view: 2,
  data: 1,
  geo: 1,
  ui: 0,
  messages: 0,
};
/** Files of `layers/` that are the contract, not a layer: what map, table and panel may know. */
const CONTRACT = new Set(['layers/layer.ts', 'layers/filter.ts']);
/** Packages that one folder alone may import, so that the rest does not depend on them. */
const KEPT_IN: Record<string, string> = {
  'maplibre-gl': 'map',
  '@deck.gl/': 'map',
  'terra-draw': 'map',
  pmtiles: 'map',
  '@supabase/': 'data',
  '@turf/': 'geo',
  proj4: 'geo',
  '@tanstack/react-table': 'table',
};

const importPattern =
  /(?:^|\n)\s*(?:import|export)\s+(type\s)?[^'"`;]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

function importsOf(file: string): Import[] {
  const text = readFileSync(join(SOURCE, file), 'utf8');
  return [...text.matchAll(importPattern)].map((match) => {
    const to = match[2] ?? match[3] ?? match[4] ?? '';
    return {
      from: file,
      to: to.startsWith('.') ? posix.normalize(posix.join(posix.dirname(file), to)) : to,
      typeOnly: match[1] !== undefined,
    };
  });
}

const files = globSync('**/*.{ts,tsx}', { cwd: SOURCE })
  .map((file) => file.split(sep).join('/'))
  .filter((file) => !file.startsWith('messages/generated/'));
const imports = files.flatMap(importsOf);

const folderOf = (path: string) => path.split('/')[0] ?? '';
const roomOf = (path: string) => path.split('/').slice(0, 2).join('/');
const isInside = (path: string) => folderOf(path) in ROWS;

/** Why an import is not allowed; null when it is. */
function complaint({ from, to, typeOnly }: Import): string | null {
  for (const [name, owner] of Object.entries(KEPT_IN)) {
    if ((to === name || to.startsWith(name.endsWith('/') ? name : `${name}/`)) && folderOf(from) !== owner) {
      return `${from}: only ${owner}/ imports ${name}`;
    }
  }
  if (to.startsWith('..')) return `${from}: src never imports ${to}`;
  if (from === 'main.tsx' || !isInside(to)) return null;
  const source = folderOf(from);
  const target = folderOf(to);
  if (source === target) {
    if (['tasks', 'layers'].includes(source) && roomOf(from) !== roomOf(to)) {
      const shared = source === 'layers' && (CONTRACT.has(to) || from === 'layers/registry.ts');
      if (!shared) return `${from}: a ${source} room never imports its neighbour ${to}`;
    }
    return null;
  }
  const above = ROWS[source] ?? Number.POSITIVE_INFINITY;
  const below = ROWS[target] ?? Number.POSITIVE_INFINITY;
  if (below >= above)
    return `${from}: ${source}/ stands on row ${above} and may not import ${to} on row ${below}`;
  if (above === 4 && target === 'layers' && !CONTRACT.has(to)) {
    return `${from}: ${source}/ knows layers by their contract alone, not ${to}`;
  }
  if (source === 'layers' && target === 'view' && !typeOnly)
    return `${from}: layers import view for types only`;
  return null;
}

/** The first circle among files, type-only imports left out because they are gone at run time. */
function circle(edges: readonly Import[]): string[] | null {
  const next = new Map<string, string[]>();
  for (const { from, to, typeOnly } of edges) {
    if (!typeOnly && isInside(to)) next.set(from, [...(next.get(from) ?? []), to]);
  }
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): string[] | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const target of next.get(file) ?? []) {
      const found = visit(target, [...path, file]);
      if (found) return found;
    }
    done.add(file);
    return null;
  };
  for (const file of next.keys()) {
    const found = visit(file, []);
    if (found) return found;
  }
  return null;
}

describe('the house', () => {
  test('every folder of src has a row', () => {
    expect(files.filter((file) => file.includes('/') && !isInside(file))).toEqual([]);
  });
  test('imports go down, never up or sideways', () => {
    expect(imports.map(complaint).filter(Boolean)).toEqual([]);
  });
  test('there is no circle', () => {
    expect(circle(imports)).toBeNull();
  });
  test('every relative import names a file that is there', () => {
    const known = new Set(files);
    const missing = imports.filter(
      ({ to }) =>
        isInside(to) && /\.tsx?$/.test(to) && !known.has(to) && !to.startsWith('messages/generated/'),
    );
    expect(missing).toEqual([]);
  });
  test('only view/ touches location and history', () => {
    const touching = files.filter(
      (file) =>
        folderOf(file) !== 'view' &&
        !/\.test\.tsx?$/.test(file) &&
        /\b(?:window\.|globalThis\.)?(?:location\.(?:search|href|hash|pathname|assign|replace)|history\.(?:push|replace)State)\b/.test(
          readFileSync(join(SOURCE, file), 'utf8'),
        ),
    );
    expect(touching).toEqual([]);
  });
  test('nothing outside src is imported from src', () => {
    const outside = imports.filter(({ from, to }) => {
      if (!to.startsWith('.')) return false;
      return relative(SOURCE, resolve(SOURCE, dirname(from), to)).startsWith('..');
    });
    expect(outside).toEqual([]);
  });
});

describe('the rules refuse', () => {
  const edge = (from: string, to: string): Import => ({ from, to, typeOnly: false });
  test.each([
    edge('ui/button.tsx', 'data/client.ts'),
    edge('layers/roads/index.ts', 'layers/hamlets/row.ts'),
    edge('tasks/set-up/index.tsx', 'tasks/sign-in/index.tsx'),
    edge('map/camera.ts', 'layers/hamlets/style.ts'),
    edge('table/rows.ts', 'panel/filters.tsx'),
    edge('data/call.ts', 'geo/length.ts'),
    edge('layers/roads/index.ts', 'view/view.ts'),
    edge('panel/list.tsx', 'maplibre-gl'),
    edge('layers/roads/query.ts', '@supabase/postgrest-js'),
    edge('app/shell.tsx', '../supabase/local/backend.ts'),
  ])('$from → $to', (forbidden) => {
    expect(complaint(forbidden)).not.toBeNull();
  });
  test('a circle is found', () => {
    expect(circle([edge('ui/a.ts', 'ui/b.ts'), edge('ui/b.ts', 'ui/a.ts')])).toEqual([
      'ui/a.ts',
      'ui/b.ts',
      'ui/a.ts',
    ]);
  });
  test('what goes down passes', () => {
    expect(complaint(edge('app/shell.tsx', 'layers/registry.ts'))).toBeNull();
    expect(complaint(edge('map/pick.ts', 'layers/layer.ts'))).toBeNull();
  });
});
