import { describe, expect, it } from 'vitest';
import { Fault } from '../../data/fault.ts';
import type { Figures } from '../../layers/hamlets/figures/figures.ts';
import { createDayMemory, type DayRows } from './day-memory.ts';
import type { LayerRows } from './layer-rows.ts';

const NOVEMBER = { person: 'visitor', communeId: 'nghi-duong', asOf: '2026-11-25' };
const JUNE = { ...NOVEMBER, asOf: '2026-06-30' };
const COMING: LayerRows = { rows: null, fault: null };
const AWAY: LayerRows = { rows: null, fault: new Fault('unreachable', '') };
const BROKEN: LayerRows = { rows: null, fault: new Fault('unexpected', '') };

function here(id: string): LayerRows {
  return { rows: [{ id, geometry: { type: 'Point', coordinates: [106.6, 20.7] } }], fault: null };
}

function day(scope: DayRows['scope'], rows: Record<string, LayerRows>): DayRows {
  return { scope, rows: new Map(Object.entries(rows)) };
}

const november = day(NOVEMBER, { hamlets: here('november'), roads: here('november') });

describe('while another day is on its way', () => {
  it('the last day stays whole, under its own date, until every layer is here', () => {
    const show = createDayMemory();
    show(november);
    const half = show(day(JUNE, { hamlets: here('june'), roads: COMING }));
    expect(half).toEqual(november);
    const june = day(JUNE, { hamlets: here('june'), roads: here('june') });
    expect(show(june)).toBe(june);
    expect(show(day(NOVEMBER, { hamlets: COMING, roads: COMING }))).toEqual(june);
  });
  it('rows keep their identity, so that nothing is drawn again', () => {
    const show = createDayMemory();
    show(november);
    const { rows } = show(day(JUNE, { hamlets: COMING, roads: COMING }));
    expect(rows.get('hamlets')?.rows).toBe(november.rows.get('hamlets')?.rows);
  });
  it('a server that does not answer is waited for; any other failure is told at once', () => {
    const show = createDayMemory();
    show(november);
    expect(show(day(JUNE, { hamlets: AWAY, roads: here('june') }))).toEqual(november);
    const broken = day(JUNE, { hamlets: BROKEN, roads: here('june') });
    expect(show(broken)).toBe(broken);
  });
  it('figures belong to the day like layers: while they are on their way, the last day keeps its own', () => {
    const show = createDayMemory();
    const figures = { figures: { asOf: NOVEMBER.asOf } as Figures, fault: null };
    show({ ...november, figures });
    const coming = {
      ...day(JUNE, { hamlets: here('june'), roads: here('june') }),
      figures: { figures: null, fault: null },
    };
    expect(show(coming)).toEqual({ ...november, figures });
    // Nobody asks for them any more: the day is here.
    const without = day(JUNE, { hamlets: here('june'), roads: here('june') });
    expect(show(without)).toBe(without);
  });
  it('what is not asked for any more goes, and what is switched on is waited for', () => {
    const show = createDayMemory();
    show(day(NOVEMBER, { hamlets: here('november'), incidents: here('november') }));
    const shown = show(day(JUNE, { hamlets: COMING, roads: COMING }));
    expect([...shown.rows.keys()]).toEqual(['hamlets']);
  });
});

it('a day that is asked for first is shown as it comes', () => {
  const show = createDayMemory();
  const half = day(NOVEMBER, { hamlets: here('november'), roads: COMING });
  expect(show(half)).toBe(half);
});

it('the day that is shown already takes a new layer as it comes', () => {
  const show = createDayMemory();
  show(november);
  const more = day(NOVEMBER, { hamlets: here('november'), roads: here('november'), incidents: COMING });
  expect(show(more)).toBe(more);
});

it.each([
  ['person', { ...JUNE, person: 'somebody else' }],
  ['commune', { ...JUNE, communeId: 'somewhere else' }],
])('nothing stays for another %s, nor comes back for the first', (_, scope) => {
  const show = createDayMemory();
  show(november);
  const asked = day(scope, { hamlets: COMING, roads: COMING });
  expect(show(asked)).toBe(asked);
  const again = day(JUNE, { hamlets: COMING, roads: COMING });
  expect(show(again)).toBe(again);
});
