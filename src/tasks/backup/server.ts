import { useQuery } from '@tanstack/react-query';
import { call } from '../../data/call.ts';
import { askAsPerson, client } from '../../data/client.ts';
import { Fault, faultOf } from '../../data/fault.ts';
import { readAll } from '../../data/read-all.ts';

/** One backup that somebody took. */
export type TakenBackup = {
  id: number;
  made_at: string;
  holds_incidents: boolean;
  made_by_name: string | null;
  is_from_shell: boolean;
};

/** Who took backups, the latest first, and since when police have a seal; null: they have none. */
export function useBackups(person: string, communeId: string) {
  return useQuery({
    queryKey: [person, 'backups', communeId],
    queryFn: async () => {
      const [taken, sealedSince] = await Promise.all([
        readAll<TakenBackup>('backups', communeId),
        readSeal(communeId),
      ]);
      return { taken: taken.toReversed(), sealedSince };
    },
  });
}

async function readSeal(communeId: string): Promise<string | null> {
  const { data, error, status } = await client
    .from('incident_seals')
    .select('set_at')
    .eq('commune_id', communeId);
  if (error) throw faultOf(error, status);
  return data[0]?.set_at ?? null;
}

/**
 * Everything of the commune as one archive.
 * @throws Fault
 */
export async function fetchBackup(communeId: string): Promise<Blob> {
  const answer = await askAsPerson(`/backup/${communeId}`, { method: 'POST' }).catch(() => null);
  if (!answer) throw new Fault('unreachable', '');
  if (!answer.ok) throw faultOf((await answer.json()) as { message: string }, answer.status);
  // Cut off in the middle it fails here, and no half of an archive is saved.
  return answer.blob().catch(() => {
    throw new Fault('unreachable', '');
  });
}

/**
 * Sets with what backups seal the security tables from now on. The passphrase does not leave this device: the
 * server gets a public recipient, and the identity encrypted by it.
 * @throws Fault
 */
export async function setSeal(communeId: string, passphrase: string): Promise<void> {
  // Only who sets a seal pays for it.
  const { armor, Encrypter, generateX25519Identity, identityToRecipient } = await import('age-encryption');
  const identity = await generateX25519Identity();
  const encrypter = new Encrypter();
  // Vietnamese letters are typed in more than one way.
  encrypter.setPassphrase(passphrase.normalize('NFC'));
  await call('set_incident_seal', {
    recipient: await identityToRecipient(identity),
    sealed_identity: armor.encode(await encrypter.encrypt(identity)),
    commune_id: communeId,
  });
}
