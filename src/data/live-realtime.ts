import { RealtimeClient } from '@supabase/realtime-js';
import { call } from './call.ts';
import { realtime } from './client.ts';
import type { LiveEar } from './live-signal.ts';

/**
 * Listens on a Supabase project: one private channel for each table that the person may read. The project's
 * own policy on `realtime.messages` asks the same question again. Resolves when listening is over.
 */
export async function listenToRealtime(
  ear: Pick<LiveEar, 'onTable' | 'onEverything'>,
  over: AbortSignal,
  onHeard: () => void,
): Promise<'ended' | 'unable'> {
  const audible = await call<{ commune_id: string; table_name: string }[]>('audible_tables').catch(
    () => null,
  );
  if (!audible || audible.length === 0) return 'unable';
  const socket = new RealtimeClient(realtime.address, {
    params: { apikey: realtime.key },
    accessToken: realtime.currentToken,
  });
  const outcome = await new Promise<'ended' | 'unable'>((done) => {
    over.addEventListener('abort', () => done('ended'), { once: true });
    let joined = 0;
    for (const { commune_id, table_name } of audible) {
      socket
        .channel(`live:${commune_id}:${table_name}`, { config: { private: true } })
        .on('broadcast', { event: 'change' }, () => {
          onHeard();
          ear.onTable(table_name);
        })
        .subscribe((state) => {
          if (state !== 'SUBSCRIBED') return done(joined > 0 ? 'ended' : 'unable');
          joined += 1;
          if (joined < audible.length) return;
          onHeard();
          // Realtime remembers nothing for who was away.
          ear.onEverything();
        });
    }
  });
  await socket.removeAllChannels();
  await socket.disconnect();
  return outcome;
}
