import { createHash } from 'node:crypto';
import type { SupabaseClient } from '@supabase/supabase-js';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Backend } from '../../supabase/local/backend.ts';
import { createUser, freshDatabase, signedIn } from '../support/database.ts';
import { at, block, path, put, putCommune, putMember, spot } from './hand-made-map.ts';

type Row = Record<string, unknown>;

let backend: Backend;
let commune: string;
let officer: SupabaseClient;
beforeEach(async () => {
  backend = await freshDatabase();
  commune = await putCommune(backend);
  officer = await member('can-bo@xa.vn', 'front_officer');
});

async function member(email: string, role: 'front_officer' | 'leader'): Promise<SupabaseClient> {
  await putMember(backend, commune, await createUser(backend, { email }), role);
  return signedIn(backend, email);
}

const id = (number: number) => `01990000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const IMPORT = id(900);
const OTHER_IMPORT = id(901);

const wastePoint = (number: number, more: Row = {}): Row => ({
  id: id(number),
  name: `Điểm ${number}`,
  kind: 'collection',
  state: 'active',
  valid_from: '2026-02-01',
  geometry: spot(number, number),
  ...more,
});

type Bringing = { client?: SupabaseClient; importId?: string; layer?: string };

async function bring(
  features: Row[],
  { client = officer, importId = IMPORT, layer = 'waste_points' }: Bringing = {},
) {
  return client.rpc('stage_features', { import_id: importId, layer, first_row: 1, features });
}

async function store(
  rows: number,
  more: Row = {},
  { client = officer, importId = IMPORT, layer = 'waste_points' }: Bringing = {},
) {
  return client.rpc('store_import', {
    import: {
      id: importId,
      layer,
      name: 'diem-rac.csv',
      file_hash: hashOf('diem-rac'),
      rows,
      duplicates: 'skip',
      ...more,
    },
  });
}

async function count(table: string): Promise<number> {
  const [row] = await backend.query<{ count: number }>(`select count(*)::integer as count from app.${table}`);
  return row?.count ?? -1;
}

const refusal = ({ status, error }: Awaited<ReturnType<typeof store>>) => [
  status,
  error?.hint ?? error?.message,
];

describe('a file that was brought', () => {
  it('shows nothing before it is stored, and everything afterwards', async () => {
    expect((await bring([wastePoint(1), wastePoint(2)])).data).toEqual([]);
    expect((await officer.from('waste_points').select('id')).data).toEqual([]);
    expect((await store(2)).data).toEqual({ id: IMPORT, added: 2, updated: 0, skipped: 0 });
    expect((await officer.from('waste_points').select('id').order('id')).data).toEqual([
      { id: id(1) },
      { id: id(2) },
    ]);
    expect(await count('staged_features')).toBe(0);
  });

  it('may come in pieces, in any order, and one of them twice', async () => {
    const piece = (firstRow: number, features: Row[]) =>
      officer.rpc('stage_features', {
        import_id: IMPORT,
        layer: 'waste_points',
        first_row: firstRow,
        features,
      });
    await piece(3, [wastePoint(3)]);
    await piece(1, [wastePoint(1), wastePoint(2)]);
    const { data } = await piece(3, [wastePoint(3, { kind: 'volcano' })]);
    expect(data).toMatchObject([{ row_number: 3, level: 'error', code: 'choice_invalid' }]);
    expect(refusal(await store(3))).toEqual([422, 'rows_with_errors']);
    await piece(3, [wastePoint(3)]);
    expect((await store(3)).data).toMatchObject({ added: 3 });
  });

  it('of which a piece is missing is not stored', async () => {
    await bring([wastePoint(1)]);
    expect(refusal(await store(2))).toEqual([409, 'import_incomplete']);
    expect([await count('waste_points'), await count('imports')]).toEqual([0, 0]);
  });

  it('with one wrong row is not stored', async () => {
    await bring([wastePoint(1), wastePoint(2, { geometry: null })]);
    expect(refusal(await store(2))).toEqual([422, 'rows_with_errors']);
    expect([await count('waste_points'), await count('imports')]).toEqual([0, 0]);
  });

  it('is forgotten when it is given up', async () => {
    await bring([wastePoint(1)]);
    expect((await officer.rpc('give_up_import', { import_id: IMPORT })).data).toBe(1);
    expect(refusal(await store(1))).toEqual([409, 'import_incomplete']);
  });

  it('and left behind goes after a day, when somebody brings another', async () => {
    await bring([wastePoint(1)]);
    await backend.query(`update app.staged_features set staged_at = now() - interval '25 hours'`);
    await bring([wastePoint(2)], { importId: OTHER_IMPORT });
    expect(await backend.query('select import_id from app.staged_features')).toEqual([
      { import_id: OTHER_IMPORT },
    ]);
  });

  it('is nothing for a leader to bring or to store', async () => {
    const leader = await member('lanh-dao@xa.vn', 'leader');
    await bring([wastePoint(1)]);
    expect((await bring([wastePoint(2)], { client: leader, importId: OTHER_IMPORT })).status).toBe(403);
    expect((await store(1, {}, { client: leader })).status).toBe(403);
    expect((await leader.rpc('give_up_import', { import_id: IMPORT })).data).toBe(0);
    expect((await leader.rpc('compare_import', { import_id: IMPORT })).data).toMatchObject({ rows: 0 });
  });
});

describe('one import is one act', () => {
  it('with the name of the file, its hash, who and when', async () => {
    await bring([wastePoint(1), wastePoint(2)]);
    await store(2);
    const { data: acts } = await officer.rpc('read_acts');
    expect(acts[0]).toMatchObject({ act_name: 'store_import', changes: 5, undone: 0 });
    expect(acts[0].subjects[0]).toBe('diem-rac.csv');
    const { data: imports } = await officer.from('imports').select('name, file_hash, rows, added, loaded_by');
    expect(imports).toEqual([
      {
        name: 'diem-rac.csv',
        file_hash: hashOf('diem-rac'),
        rows: 2,
        added: 2,
        loaded_by: acts[0].changed_by,
      },
    ]);
  });

  it('is undone in one, and may be loaded anew', async () => {
    await bring([wastePoint(1), wastePoint(2)]);
    await store(2);
    const { data: acts } = await officer.rpc('read_acts');
    const undo = await officer.rpc('undo_changes', { act: acts[0].act });
    expect(undo.data).toMatchObject({ undone: 5 });
    expect([await count('waste_points'), await count('imports')]).toEqual([0, 0]);
    await bring([wastePoint(1), wastePoint(2)], { importId: OTHER_IMPORT });
    expect((await store(2, {}, { importId: OTHER_IMPORT })).data).toMatchObject({ added: 2 });
  });

  it('a record of it is at its first version, as one drawn by hand', async () => {
    await bring([wastePoint(1)]);
    await store(1);
    expect((await officer.from('waste_points').select('version')).data).toEqual([{ version: 1 }]);
  });

  it('the log holds each row as it is, so that undoing can compare', async () => {
    const whole = { layer: 'hamlets' };
    // A middle that does not lie on the grid of the corners.
    const uneven = { type: 'Polygon', coordinates: [[at(0, 0), at(3.3333, 0.1), at(1.7, 2.9999), at(0, 0)]] };
    await bring(
      [{ id: id(1), name: 'Thôn', valid_from: '2026-01-01', geometry: uneven, households: 5 }],
      whole,
    );
    await store(1, {}, whole);
    expect(
      await backend.query(
        `select c.table_name, c.after = coalesce(to_jsonb(h), to_jsonb(s), to_jsonb(i)) as same from app.changes c
         left join app.hamlets h on h.id = c.row_id left join app.hamlet_statistics s on s.id = c.row_id
         left join app.imports i on i.id = c.row_id where c.act_name = 'store_import' order by 1`,
      ),
    ).toEqual([
      { table_name: 'hamlet_statistics', same: true },
      { table_name: 'hamlets', same: true },
      { table_name: 'imports', same: true },
    ]);
  });

  it('sent twice is stored once, with the same answer', async () => {
    await bring([wastePoint(1)]);
    const first = await store(1);
    const changes = await count('changes');
    expect((await store(1)).data).toEqual(first.data);
    expect(await count('changes')).toBe(changes);
  });

  it('the same file again says so and changes nothing', async () => {
    await bring([wastePoint(1)]);
    await store(1);
    const changes = await count('changes');
    await bring([wastePoint(11)], { importId: OTHER_IMPORT });
    const again = await store(1, { name: 'ten-khac.csv' }, { importId: OTHER_IMPORT });
    expect(refusal(again)).toEqual([409, 'loaded_before']);
    expect(JSON.parse(again.error?.details ?? '')).toMatchObject({ name: 'diem-rac.csv' });
    expect([await count('waste_points'), await count('changes')]).toEqual([1, changes]);
  });

  it('of two officers at once one wins, and the other is told', async () => {
    const second = await member('can-bo-2@xa.vn', 'front_officer');
    await bring([wastePoint(1)]);
    await bring([wastePoint(11)], { client: second, importId: OTHER_IMPORT });
    const answers = await Promise.all([store(1), store(1, {}, { client: second, importId: OTHER_IMPORT })]);
    expect(answers.map(({ error }) => error?.hint ?? 'stored').sort()).toEqual(['loaded_before', 'stored']);
    expect([await count('waste_points'), await count('imports')]).toEqual([1, 1]);
  });
});

describe('what is on the map already', () => {
  const compare = async (importId = IMPORT) =>
    (await officer.rpc('compare_import', { import_id: importId })).data.matches as Row[];

  beforeEach(async () => {
    await bring([wastePoint(1), wastePoint(2)], { importId: OTHER_IMPORT });
    await store(2, { file_hash: hashOf('before') }, { importId: OTHER_IMPORT });
  });

  it('is found by its name, in any spelling, and by its place', async () => {
    await bring([
      wastePoint(11, { name: 'ĐIỂM  1', geometry: spot(3, 1) }),
      wastePoint(12, { name: 'Tên khác', geometry: spot(2, 2.005) }),
      wastePoint(13),
    ]);
    const matches = await compare();
    expect(matches).toMatchObject([
      { row_number: 1, existing_id: id(1), existing_name: 'Điểm 1', matched_by: 'key' },
      { row_number: 2, existing_id: id(2), matched_by: 'place' },
    ]);
    // Two units east: 208 m.
    expect(Math.round(matches[0]?.distance_m as number)).toBe(208);
  });

  it.each([
    ['another kind under the same name', { name: 'Điểm 1', kind: 'black_spot', geometry: spot(5, 5) }],
    ['three metres away', { name: 'Tên khác', geometry: spot(1.03, 1) }],
  ])('is not %s', async (_what, more) => {
    await bring([wastePoint(11, more)]);
    expect(await compare()).toEqual([]);
  });

  it('is not a name that comes twice in the file: nobody knows which', async () => {
    await bring([
      wastePoint(11, { name: 'Điểm 1', geometry: spot(5, 5) }),
      wastePoint(12, { name: 'Điểm 1', geometry: spot(6, 6) }),
    ]);
    expect(await compare()).toEqual([]);
  });

  const renamed = () => [
    wastePoint(11, { name: 'Tên mới', state: 'closed', valid_from: '2026-05-01', geometry: spot(1, 1) }),
    wastePoint(13),
  ];

  it('skipped, stays as it was', async () => {
    await bring(renamed());
    expect((await store(2)).data).toMatchObject({ added: 1, updated: 0, skipped: 1 });
    const { data } = await officer.from('waste_points').select('name, version').order('name');
    expect(data).toEqual([
      { name: 'Điểm 1', version: 1 },
      { name: 'Điểm 13', version: 1 },
      { name: 'Điểm 2', version: 1 },
    ]);
  });

  it('updated, takes what the file says and keeps the rest', async () => {
    await bring(renamed());
    expect((await store(2, { duplicates: 'update' })).data).toMatchObject({
      added: 1,
      updated: 1,
      skipped: 0,
    });
    const { data } = await officer
      .from('waste_points')
      .select('id, name, state, state_since')
      .eq('id', id(1));
    expect(data).toEqual([{ id: id(1), name: 'Tên mới', state: 'closed', state_since: '2026-05-01' }]);
  });

  it('kept beside the new, is there twice', async () => {
    await bring(renamed());
    expect((await store(2, { duplicates: 'keep' })).data).toMatchObject({ added: 2, updated: 0, skipped: 0 });
    expect(await count('waste_points')).toBe(4);
  });

  it('may be decided on row by row', async () => {
    await bring([
      wastePoint(11, { name: 'A', geometry: spot(1, 1) }),
      wastePoint(12, { name: 'B', geometry: spot(2, 2) }),
    ]);
    await store(2, { duplicates: 'update', choices: { 2: 'skip' } });
    const { data } = await officer.from('waste_points').select('name').order('name');
    expect(data).toEqual([{ name: 'A' }, { name: 'Điểm 2' }]);
  });

  it('updated with what it is already, is not written', async () => {
    await bring([wastePoint(11, { name: 'Điểm 1', geometry: spot(1, 1) })]);
    const changes = await count('changes');
    expect((await store(1, { duplicates: 'update' })).data).toMatchObject({ updated: 1 });
    // The import's own line.
    expect(await count('changes')).toBe(changes + 1);
  });

  it('is as it was when the update is undone', async () => {
    await bring(renamed());
    await store(2, { duplicates: 'update' });
    const { data: acts } = await officer.rpc('read_acts');
    const { error } = await officer.rpc('undo_changes', { act: acts[0].act });
    expect(error).toBeNull();
    const { data } = await officer.from('waste_points').select('name, state').order('name');
    expect(data).toEqual([
      { name: 'Điểm 1', state: 'active' },
      { name: 'Điểm 2', state: 'active' },
    ]);
  });
});

describe('every layer can be brought up to date', () => {
  const asHamlets = { layer: 'hamlets' };
  const hamlet = (number: number, more: Row = {}): Row => ({
    id: id(number),
    name: 'Thôn 1',
    former_commune: 'Du Lễ',
    valid_from: '2026-01-01',
    geometry: block(0, 0, 4, 4),
    ...more,
  });

  it('hamlets with their figures of the day; the same name twice is never kept', async () => {
    await bring([hamlet(1, { households: 100 })], { ...asHamlets, importId: OTHER_IMPORT });
    await store(1, { file_hash: hashOf('before') }, { ...asHamlets, importId: OTHER_IMPORT });
    await bring(
      [hamlet(11, { households: 120, valid_from: '2026-03-01', geometry: block(0, 0, 5, 4) })],
      asHamlets,
    );
    expect(refusal(await store(1, { duplicates: 'keep' }, asHamlets))).toEqual([409, 'name_taken']);
    expect((await store(1, { duplicates: 'update' }, asHamlets)).data).toMatchObject({ updated: 1 });
    const { data } = await officer.from('hamlets').select('id, households, statistics_since, valid_from');
    expect(data).toEqual([
      { id: id(1), households: 120, statistics_since: '2026-03-01', valid_from: '2026-01-01' },
    ]);
  });

  it('roads without names by their line, model roads in the hamlet where they lie now, cemeteries', async () => {
    await put(backend, 'hamlets', {
      id: id(70),
      commune_id: commune,
      name: 'A',
      valid_from: '2020-01-01',
      geom: block(0, 0, 4, 8),
    });
    await put(backend, 'hamlets', {
      id: id(71),
      commune_id: commune,
      name: 'B',
      valid_from: '2020-01-01',
      geom: block(4, 0, 8, 8),
    });
    const lines: [string, Row, Row, Row][] = [
      [
        'roads',
        { class: 'hamlet', valid_from: '2026-01-01', geometry: path([1, 1], [1, 2]) },
        { class: 'commune' },
        { class: 'commune' },
      ],
      [
        'model_roads',
        { name: 'Mẫu', registered_on: '2026-01-10', geometry: path([1, 1], [1, 2]) },
        { geometry: path([6, 1], [6, 2]) },
        { hamlet_id: id(71) },
      ],
      [
        'cemeteries',
        { name: 'Nghĩa trang', valid_from: '2026-01-01', geometry: spot(1, 1) },
        { graves: 87 },
        { graves: 87 },
      ],
    ];
    for (const [index, [layer, row, more, expected]] of lines.entries()) {
      const [first, second] = [id(800 + index), id(810 + index)];
      await bring([{ id: id(20 + index), ...row }], { layer, importId: first });
      await store(1, { file_hash: hashOf(`${layer} 1`) }, { layer, importId: first });
      await bring([{ id: id(30 + index), ...row, ...more }], { layer, importId: second });
      const { data } = await store(
        1,
        { file_hash: hashOf(`${layer} 2`), duplicates: 'update' },
        { layer, importId: second },
      );
      expect([layer, data]).toEqual([layer, { id: second, added: 0, updated: 1, skipped: 0 }]);
      expect((await officer.from(layer).select()).data).toMatchObject([{ id: id(20 + index), ...expected }]);
    }
  });
});
