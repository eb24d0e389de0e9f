import { useQuery } from '@tanstack/react-query';
import { call } from '../../data/call.ts';
import { useMemberships, usePerson } from '../../data/session.ts';
import { useView } from '../../view/use-view.ts';
import { communesQuery } from './communes.ts';
import { type InstallationState, type Resolution, resolveCommune } from './resolve-commune.ts';

/** `person` is the first part of every query key: 'visitor' or the user's id. */
export type CommuneState =
  | { state: 'pending' }
  | { state: 'failed'; error: Error; retry: () => void }
  | { state: 'known'; person: string; resolution: Resolution };

/** Which commune this page is about, for whoever is signed in on this device. */
export function useCommune(): CommuneState {
  const [{ commune: code }] = useView();
  const { known, userId } = usePerson();
  const person = known ? (userId ?? 'visitor') : null;
  const communes = useQuery(communesQuery(person));
  const memberships = useMemberships();
  const nothing = communes.data?.length === 0;
  const installation = useQuery({
    queryKey: [person, 'installation'],
    enabled: nothing,
    staleTime: 0,
    queryFn: () => call<InstallationState>('installation_state'),
  });
  const failed = [communes, memberships, installation].find(({ isError, data }) => isError && !data);
  if (failed?.error) return { state: 'failed', error: failed.error, retry: () => void failed.refetch() };
  if (person === null || !communes.data || !memberships.data || (nothing && !installation.data)) {
    return { state: 'pending' };
  }
  const resolution = resolveCommune({
    code,
    communes: communes.data,
    memberships: memberships.data,
    isSignedIn: userId !== null,
    installation: installation.data ?? 'ready',
  });
  return { state: 'known', person, resolution };
}
