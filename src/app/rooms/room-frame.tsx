import type { ReactNode } from 'react';
import { m } from '../../messages/generated/messages.js';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Room } from '../../ui/room.tsx';
import { RoomSkeleton } from '../../ui/room-skeleton.tsx';
import { usePath } from '../../view/use-view.ts';
import { communeTitle } from '../commune/commune-name.ts';
import type { Place } from '../map/use-map-page.ts';
import type { SessionEnd } from '../session/session-end.ts';
import { SessionNotice } from '../session/session-notice.tsx';

/** What every room beside the map is told. */
export type RoomProps = {
  place: Place;
  sessionEnd: SessionEnd | null;
  onDismiss: () => void;
  onLeave: () => void;
};

/** The frame of a room about a commune, beside its map; `refusal` says why it is not for this person. */
export function RoomFrame({
  title,
  lead,
  isNarrow = false,
  refusal = null,
  place: { person, commune },
  sessionEnd,
  failed,
  onDismiss,
  onLeave,
  children,
}: RoomProps & {
  title: string;
  lead?: string;
  /** For what is read from top to bottom. */
  isNarrow?: boolean;
  refusal?: string | null;
  /** Whether the room's own program could not be fetched. */
  failed: boolean;
  /** Nothing while it is on its way. */
  children: ReactNode;
}) {
  const [, go] = usePath();
  const signIn = () => go('/dang-nhap');
  return (
    <Room
      title={title}
      isNarrow={isNarrow}
      place={communeTitle(commune.name)}
      badge={commune.is_sample && <Badge tone="sample">{m.shell_sample()}</Badge>}
      backLabel={m.session_back_to_map()}
      onBack={onLeave}
      {...(lead === undefined ? {} : { lead })}
    >
      {sessionEnd && <SessionNotice end={sessionEnd} onSignIn={signIn} onDismiss={onDismiss} />}
      {refusal !== null && (
        <Notice
          action={
            person === 'visitor' && !sessionEnd && <Button onClick={signIn}>{m.shell_sign_in()}</Button>
          }
        >
          {refusal}
        </Notice>
      )}
      {failed && (
        <Notice tone="warning" title={m.faults_part()}>
          {m.faults_part_text()}
        </Notice>
      )}
      {refusal === null && !failed && (children ?? <RoomSkeleton />)}
    </Room>
  );
}
