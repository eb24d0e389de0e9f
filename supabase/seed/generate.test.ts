import { createHash } from 'node:crypto';
import type { Position } from 'geojson';
import { describe, expect, test } from 'vitest';
import { addDays, firstOfMonth } from './days.ts';
import { generateSampleCommune } from './generate.ts';
import type { Path } from './planar.ts';
import { at, contains, distance, signedArea } from './planar.ts';
import { toMetres } from './projection.ts';
import type { HamletRow, SampleCommune } from './types.ts';

const lastDay = '2026-10-31';
const sample = generateSampleCommune({ lastDay });

const hash = (value: SampleCommune) => createHash('sha256').update(JSON.stringify(value)).digest('hex');
const ringOf = (ring: Position[]): Path => ring.slice(0, -1).map(toMetres);
const hamletRing = ({ geometry }: HamletRow) => ringOf(at(geometry.coordinates, 0));
const hamletsOn = (day: string) =>
  sample.hamlets.filter(
    ({ valid_from, valid_to }) => valid_from <= day && (valid_to === null || day < valid_to),
  );

function stateOn(roadId: string, day: string): string | undefined {
  return sample.modelRoadStates
    .filter(({ model_road_id, valid_from }) => model_road_id === roadId && valid_from <= day)
    .sort((first, second) => (first.valid_from < second.valid_from ? -1 : 1))
    .at(-1)?.state;
}

/** How many hamlets stand where on a day; written from the plan's words, apart from the database's own rule. */
function progressOn(day: string): Record<string, number> {
  const counts: Record<string, number> = { met: 0, on_the_way: 0, behind: 0, not_reported: 0 };
  for (const hamlet of hamletsOn(day)) {
    const heirs = [
      hamlet.id,
      ...sample.hamletSuccessions.filter((s) => s.successor_id === hamlet.id).map((s) => s.hamlet_id),
    ];
    const states = sample.modelRoads
      .filter((road) => heirs.includes(road.hamlet_id))
      .map((road) => stateOn(road.id, day));
    const declared = hamlet.roads_declared_complete_on;
    const none = declared !== null && declared <= day ? 'behind' : 'not_reported';
    const progress = states.includes('recognised')
      ? 'met'
      : states.includes('registered')
        ? 'on_the_way'
        : none;
    counts[progress] = (counts[progress] ?? 0) + 1;
  }
  return counts;
}

describe('the generator', () => {
  test('gives the same commune every time, and another for another seed or day', () => {
    expect(hash(generateSampleCommune({ lastDay }))).toBe(hash(sample));
    expect(hash(generateSampleCommune({ lastDay, seed: 4 }))).not.toBe(hash(sample));
    expect(hash(generateSampleCommune({ lastDay: '2026-11-30' }))).not.toBe(hash(sample));
  });

  test('keeps the land when only the last day moves', () => {
    const later = generateSampleCommune({ lastDay: '2027-03-31' });
    expect(later.commune.geometry).toEqual(sample.commune.geometry);
    expect(later.roads.map(({ geometry }) => geometry)).toEqual(sample.roads.map(({ geometry }) => geometry));
  });

  test('takes any day as the last, and refuses what is none', () => {
    expect(generateSampleCommune({ lastDay: '2024-02-29' }).incidents.length).toBeGreaterThan(100);
    expect(() => generateSampleCommune({ lastDay: '31/10/2026' })).toThrow('YYYY-MM-DD');
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('finds a whole commune for seed %i too', (seed) => {
    const other = generateSampleCommune({ seed, lastDay });
    expect(other.modelRoads).toHaveLength(sample.modelRoads.length);
    expect(other.cemeteries).toHaveLength(3);
  });

  test('gives every row an identifier of its own', () => {
    const identifiers = Object.values(sample).flatMap((rows: unknown) =>
      Array.isArray(rows) ? rows.map((row: { id: string }) => row.id) : [],
    );
    expect(new Set(identifiers).size).toBe(identifiers.length);
  });

  test('writes every text in NFC and every coordinate with at most 7 decimals', () => {
    const text = JSON.stringify(sample);
    expect(text.normalize('NFC')).toBe(text);
    expect(text).not.toMatch(/\d+\.\d{8,}/);
  });
});

describe('the hamlets', () => {
  test('tile the commune on every day of the history', () => {
    const whole = signedArea(ringOf(at(sample.commune.geometry.coordinates, 0)));
    for (let months = 0; months < 24; months++) {
      const sum = hamletsOn(firstOfMonth(lastDay, -months)).reduce(
        (total, hamlet) => total + signedArea(hamletRing(hamlet)),
        0,
      );
      expect(Math.abs(sum / whole - 1)).toBeLessThan(1e-6);
    }
  });

  test('are fifteen on the last day, one of them merged and two split within the history', () => {
    const ended = sample.hamlets.filter(({ valid_to }) => valid_to !== null);
    expect(hamletsOn(lastDay)).toHaveLength(15);
    expect(ended).toHaveLength(3);
    for (const hamlet of ended) {
      const heirs = sample.hamletSuccessions.filter(({ hamlet_id }) => hamlet_id === hamlet.id);
      expect(heirs.length).toBeGreaterThan(0);
      for (const { successor_id } of heirs) {
        expect(sample.hamlets.find(({ id }) => id === successor_id)?.valid_from).toBe(hamlet.valid_to);
      }
    }
  });

  test('have names that are keys only together with the former commune', () => {
    const today = hamletsOn(lastDay);
    expect(today.filter(({ name }) => name === 'Thôn 3')).toHaveLength(2);
    expect(new Set(today.map(({ name, former_commune }) => `${former_commune} ${name}`)).size).toBe(15);
  });

  test('hold their built-up land', () => {
    const drawn = hamletsOn(lastDay).filter(({ residential_geometry }) => residential_geometry !== null);
    expect(drawn.length).toBeGreaterThanOrEqual(12);
    for (const hamlet of drawn) {
      for (const polygon of hamlet.residential_geometry?.coordinates ?? []) {
        for (const point of ringOf(at(polygon, 0))) expect(contains(hamletRing(hamlet), point)).toBe(true);
      }
    }
  });

  test('hold 26,000 people in 6,700 households, and leave gaps where nobody reported', () => {
    const latest = hamletsOn(lastDay).map(
      ({ id }) =>
        sample.hamletStatistics
          .filter(({ hamlet_id }) => hamlet_id === id)
          .sort((first, second) => (first.valid_from < second.valid_from ? 1 : -1))[0],
    );
    const sum = (values: (number | null | undefined)[]) =>
      values.reduce<number>((total, value) => total + (value ?? 0), 0);
    expect(sum(latest.map((row) => row?.population))).toBe(26_040);
    expect(sum(latest.map((row) => row?.households))).toBe(6_710);
    expect(latest.filter((row) => row?.cultivated_area_ha === null)).toHaveLength(2);
    const dates = new Set(sample.hamletStatistics.map(({ valid_from }) => valid_from));
    expect(dates.size).toBeGreaterThanOrEqual(3);
  });
});

describe('the model roads', () => {
  test('stand at 9 met, 3 on the way, 2 behind and 1 not reported on the last day', () => {
    expect(progressOn(lastDay)).toEqual({ met: 9, on_the_way: 3, behind: 2, not_reported: 1 });
  });

  test('grow through the history, by two hamlets in the last three months', () => {
    const met = Array.from(
      { length: 24 },
      (_, index) => progressOn(addDays(firstOfMonth(lastDay, index - 22), -1)).met ?? 0,
    );
    expect(met).toEqual([...met].sort((first, second) => first - second));
    expect(met[0]).toBe(0);
    expect(progressOn('2026-07-31').met).toBe(7);
  });

  test('number 28 to 34, most of them recognised, a few lapsed', () => {
    const states = sample.modelRoads.map(({ id }) => stateOn(id, lastDay));
    expect(states.length).toBeGreaterThanOrEqual(28);
    expect(states.length).toBeLessThanOrEqual(34);
    const lapsed = states.filter((state) => state === 'lapsed').length;
    expect(lapsed).toBeGreaterThanOrEqual(2);
    expect(lapsed).toBeLessThanOrEqual(5);
  });

  test('run inside their hamlets, on ordinary roads, and never on each other', () => {
    const vertices = new Set(sample.roads.flatMap(({ geometry }) => geometry.coordinates.map(String)));
    const used = new Set<string>();
    for (const { hamlet_id, geometry } of sample.modelRoads) {
      const hamlet = sample.hamlets.find(({ id }) => id === hamlet_id);
      const ring = hamlet ? hamletRing(hamlet) : [];
      for (const position of geometry.coordinates) expect(contains(ring, toMetres(position))).toBe(true);
      // The ends may lie between two vertices of the ordinary road; all between them are its own.
      const inner = geometry.coordinates.slice(1, -1).map(String);
      expect(inner.filter((position) => !vertices.has(position))).toEqual([]);
      // Two may cross at a junction, but share no segment.
      const segments = inner.slice(1).map((position, index) => [inner[index], position].sort().join(' '));
      expect(segments.filter((segment) => used.has(segment))).toEqual([]);
      for (const segment of segments) used.add(segment);
    }
  });

  test('are registered first, and recognised by a decision of its own day and number', () => {
    for (const { id } of sample.modelRoads) {
      const states = sample.modelRoadStates
        .filter(({ model_road_id }) => model_road_id === id)
        .sort((first, second) => (first.valid_from < second.valid_from ? -1 : 1));
      expect(states.map(({ state }) => state).join()).toMatch(
        /^registered(,recognised(,lapsed(,recognised)?)?)?$/,
      );
      for (const { state, valid_from, decision_date, decision_number } of states) {
        expect(valid_from <= lastDay).toBe(true);
        expect(decision_date).toBe(state === 'recognised' ? valid_from : null);
        if (state === 'recognised') expect(decision_number).toMatch(/^\d+\/QĐ-UBND$/);
      }
    }
  });

  test('lapse for a reason, and one of them was recognised again', () => {
    const lapses = sample.modelRoadStates.filter(({ state }) => state === 'lapsed');
    expect(lapses.every(({ reason }) => reason !== null)).toBe(true);
    expect(lapses.filter((lapse) => stateOn(lapse.model_road_id, lastDay) === 'recognised')).toHaveLength(1);
  });

  test('meet all criteria when recognised, and 3 or 4 of 5 while on the way', () => {
    const metAt = (roadId: string, day: string) => {
      const latest = sample.modelRoadAssessments
        .filter(({ model_road_id, assessed_on }) => model_road_id === roadId && assessed_on <= day)
        .sort((first, second) => (first.assessed_on < second.assessed_on ? -1 : 1))
        .at(-1);
      return Object.values(latest?.criteria ?? {}).filter(Boolean).length;
    };
    for (const { state, model_road_id, valid_from } of sample.modelRoadStates) {
      if (state === 'recognised') expect(metAt(model_road_id, valid_from)).toBe(5);
    }
    const name = 'Thôn 3';
    const waiting = hamletsOn(lastDay).find(
      (hamlet) => hamlet.name === name && hamlet.former_commune === 'Kiến Quốc',
    );
    const road = sample.modelRoads.find(({ hamlet_id }) => hamlet_id === waiting?.id);
    expect(metAt(road?.id ?? '', lastDay)).toBe(3);
  });
});

describe('points and incidents', () => {
  const whole = ringOf(at(sample.commune.geometry.coordinates, 0));

  test('waste points of every kind stand in the commune, each on a spot of its own', () => {
    const kinds = new Set(sample.wastePoints.map(({ kind }) => kind));
    expect(kinds.size).toBe(5);
    expect(sample.wastePoints.length).toBeGreaterThanOrEqual(22);
    expect(sample.wastePoints.length).toBeLessThanOrEqual(48);
    const places = sample.wastePoints.map(({ geometry }) => toMetres(geometry.coordinates));
    places.forEach((place, index) => {
      expect(contains(whole, place)).toBe(true);
      for (const other of places.slice(index + 1)) expect(distance(place, other)).toBeGreaterThan(30);
    });
  });

  test('one waste point was taken away, for a reason, and stands on earlier days alone', () => {
    const gone = sample.wastePoints.filter(({ valid_to }) => valid_to !== null);
    expect(gone).toHaveLength(1);
    expect(at(gone, 0).retired_reason).not.toBeNull();
    const since = sample.wastePointStates.find(({ waste_point_id }) => waste_point_id === at(gone, 0).id);
    expect((since?.valid_from ?? lastDay) < (at(gone, 0).valid_to ?? '')).toBe(true);
  });

  test('every waste point has a first state, and none in the future', () => {
    for (const { id } of sample.wastePoints) {
      const states = sample.wastePointStates.filter(({ waste_point_id }) => waste_point_id === id);
      expect(states.length).toBeGreaterThan(0);
      expect(new Set(states.map(({ valid_from }) => valid_from)).size).toBe(states.length);
      for (const { valid_from } of states) expect(valid_from <= lastDay).toBe(true);
    }
  });

  test('pesticide tanks stand in the fields and collection points in the villages', () => {
    const villages = sample.hamlets
      .filter(({ valid_to }) => valid_to === null)
      .flatMap(({ residential_geometry }) => residential_geometry?.coordinates ?? [])
      .map((polygon) => ringOf(at(polygon, 0)));
    const shareInVillages = (kind: string) => {
      const points = sample.wastePoints.filter((point) => point.kind === kind);
      const inside = points.filter(({ geometry }) =>
        villages.some((village) => contains(village, toMetres(geometry.coordinates))),
      );
      return inside.length / points.length;
    };
    expect(shareInVillages('pesticide_tank')).toBe(0);
    // Two hamlets have not drawn their built-up land.
    expect(shareInVillages('collection')).toBeGreaterThan(0.7);
  });

  test('each former commune has its martyrs’ cemetery, looked after by the veterans', () => {
    const veterans = sample.organizations.find(({ code }) => code === 'veterans')?.id;
    expect(sample.cemeteries.map(({ name }) => name)).toEqual([
      'Nghĩa trang liệt sĩ Ngũ Phúc',
      'Nghĩa trang liệt sĩ Kiến Quốc',
      'Nghĩa trang liệt sĩ Du Lễ',
    ]);
    for (const { organization_id } of sample.cemeteries) expect(organization_id).toBe(veterans);
  });

  test('incidents fill twenty-four months, cluster, and carry nothing personal', () => {
    expect(sample.incidents.length).toBeGreaterThanOrEqual(150);
    expect(sample.incidents.length).toBeLessThanOrEqual(220);
    const months = new Set(sample.incidents.map(({ occurred_at }) => occurred_at.slice(0, 7)));
    expect(months.size).toBe(24);
    for (const incident of sample.incidents) {
      expect(Object.keys(incident).sort()).toEqual(['geometry', 'id', 'kind', 'occurred_at', 'state']);
      expect(incident.occurred_at.slice(0, 10) <= lastDay).toBe(true);
      expect(contains(whole, toMetres(incident.geometry.coordinates))).toBe(true);
    }
    const market = toMetres([106.6405, 20.7359]);
    const near = sample.incidents.filter(
      ({ geometry }) => distance(toMetres(geometry.coordinates), market) < 350,
    );
    // Within 350 m of the market lies 2 % of the land and a good part of what happens.
    expect(near.length / sample.incidents.length).toBeGreaterThan(0.12);
  });
});
