import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { readDraft, writeDraft } from '../../data/draft.ts';
import { isUnreachable } from '../../data/fault.ts';
import { type ConclusionDraft, saveConclusion } from './server.ts';

/** Between two tries to send what waits. */
const PAUSE_MILLISECONDS = 5000;

/**
 * Conclusions that were written down while no server answered: they wait in this tab, outlast a reload, and are
 * sent as soon as one answers again. Each is stored once, because its id was made here.
 */
export function useUnsent(person: string) {
  const name = `unsent-conclusions:${person}`;
  const queries = useQueryClient();
  const [waiting, setWaiting] = useState<readonly ConclusionDraft[]>(() => readDraft(name) ?? []);
  const [refused, setRefused] = useState<string | null>(null);
  const latest = useRef(waiting);
  const keep = (next: readonly ConclusionDraft[]) => {
    latest.current = next;
    writeDraft(name, next);
    setWaiting(next);
  };
  const sendAll = async () => {
    for (const draft of latest.current) {
      try {
        await saveConclusion(draft);
      } catch (failure) {
        if (isUnreachable(failure)) return;
        // What a server refuses now it refuses again: a person is told, with the words to write anew.
        setRefused(draft.text);
      }
      keep(latest.current.filter(({ id }) => id !== draft.id));
      void queries.invalidateQueries({ queryKey: [person, 'conclusions'] });
    }
  };
  const send = useRef(sendAll);
  useEffect(() => {
    send.current = sendAll;
  });
  useEffect(() => {
    if (waiting.length === 0) return;
    const again = () => void send.current();
    const timer = setInterval(again, PAUSE_MILLISECONDS);
    window.addEventListener('online', again);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', again);
    };
  }, [waiting.length]);
  return {
    count: waiting.length,
    /** The words of one that the server did not take; null: it took them all. */
    refused,
    /** Keeps a conclusion until it can be sent. */
    add: (draft: ConclusionDraft) => keep([...latest.current.filter(({ id }) => id !== draft.id), draft]),
  };
}
