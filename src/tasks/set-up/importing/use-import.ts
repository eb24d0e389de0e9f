import { useEffect, useRef, useState } from 'react';
import { newId } from '../../../data/new-id.ts';
import type { Loadable } from '../matching/layer-fields.ts';
import type { SentRow } from '../matching/rows.ts';
import { type Act, useAct } from '../use-act.ts';
import {
  type Brought,
  bringRows,
  type Duplicates,
  giveUpImport,
  type Import,
  type Stored,
  storeImport,
} from './server.ts';

/** What a person said about rows that are on the map already: one answer for all, others for single rows. */
export type Decision = { all: Duplicates | null; rows: Readonly<Record<string, Duplicates>> };

const UNDECIDED: Decision = { all: null, rows: {} };

export type Importing = {
  check: Act<Brought>;
  store: Act<Stored>;
  /** How many rows the server has, while the check runs. */
  arrived: number;
  decision: Decision;
  decide: (decision: Decision) => void;
  /** Stops what runs and forgets what was found; what was brought is given up. Not while rows are being stored. */
  reset: () => void;
};

/** Brings the rows of one file to be checked, and stores them when told so. */
export function useImport(
  {
    layer,
    communeId,
    rows,
    name,
    hash,
  }: {
    layer: Loadable;
    communeId: string;
    rows: readonly SentRow[];
    /** Of the file. */
    name: string;
    hash: string;
  },
  onStored: (stored: Stored) => void,
): Importing {
  const [arrived, setArrived] = useState(0);
  const [decision, decide] = useState<Decision>(UNDECIDED);
  const running = useRef<{ what: Import; abort: AbortController }>(null);

  const check = useAct(() => {
    // A new id each time: what was given up before is taken away by its own.
    const what: Import = { id: newId(), layer, communeId };
    const abort = new AbortController();
    running.current = { what, abort };
    setArrived(0);
    decide(UNDECIDED);
    return bringRows(what, rows, setArrived, abort.signal);
  });
  const store = useAct(
    () => {
      if (!running.current) throw new Error('expected rows that were checked');
      return storeImport(
        running.current.what,
        { name, hash, rows: rows.length },
        decision.all ?? 'skip',
        decision.rows,
      );
    },
    (stored) => {
      running.current = null;
      onStored(stored);
    },
  );

  const stop = () => {
    const current = running.current;
    running.current = null;
    if (!current) return;
    current.abort.abort();
    void giveUpImport(current.what.id);
  };
  // Who leaves the step, or the page, gives up what was not stored.
  const leave = useRef(stop);
  leave.current = stop;
  useEffect(() => () => leave.current(), []);

  const reset = () => {
    stop();
    decide(UNDECIDED);
    check.reset();
    store.reset();
  };
  return { check, store, arrived, decision, decide, reset };
}
