import './settings.css';
import type { Membership } from '../../data/session.ts';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RoomSkeleton } from '../../ui/room-skeleton.tsx';
import { useSettings } from './server.ts';
import { SettingCard } from './setting-card.tsx';

/** Who may add versions (the policies say the same, and decide). */
const MAY_CHANGE: ReadonlySet<Membership['role']> = new Set(['administrator', 'front_officer']);

/** "Quy định": the lists, intervals and thresholds that the map reckons with, as versions. */
export default function SettingsPage({
  person,
  communeId,
  role,
}: {
  person: string;
  communeId: string;
  /** Null: no member of the commune. */
  role: Membership['role'] | null;
}) {
  const { data, error, refetch } = useSettings(person, communeId);
  const mayChange = role !== null && MAY_CHANGE.has(role);
  return (
    <>
      {!mayChange && (
        <Notice>{role === null ? m.settings_read_only_visitor() : m.settings_read_only()}</Notice>
      )}
      {error && !data && (
        <Notice
          tone="error"
          title={m.faults_not_loaded()}
          action={<Button onClick={() => void refetch()}>{m.settings_retry()}</Button>}
        >
          {m.faults_not_loaded_text()}
        </Notice>
      )}
      {!data && !error && <RoomSkeleton />}
      {data?.map(({ definition, versions }) => (
        <SettingCard
          key={definition.key}
          definition={definition}
          versions={versions}
          person={person}
          communeId={communeId}
          mayChange={mayChange}
        />
      ))}
    </>
  );
}
