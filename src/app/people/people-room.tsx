import type { ReactNode } from 'react';
import { m } from '../../messages/generated/messages.js';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Room } from '../../ui/room.tsx';
import { usePath } from '../../view/use-view.ts';
import { communeTitle } from '../commune/commune-name.ts';
import type { Place } from '../map/use-map-page.ts';

/** The frame of a page about the people of a commune; `refusal` says why it is not for this person. */
export function PeopleRoom({
  title,
  refusal,
  place: { person, commune },
  failed,
  onLeave,
  children,
}: {
  title: string;
  refusal: string | null;
  place: Place;
  failed: boolean;
  onLeave: () => void;
  children: ReactNode;
}) {
  const [, go] = usePath();
  return (
    <Room
      title={title}
      place={communeTitle(commune.name)}
      badge={commune.is_sample && <Badge tone="sample">{m.shell_sample()}</Badge>}
      backLabel={m.session_back_to_map()}
      onBack={onLeave}
    >
      {refusal !== null && (
        <Notice
          action={
            person === 'visitor' && <Button onClick={() => go('/dang-nhap')}>{m.shell_sign_in()}</Button>
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
      {children}
    </Room>
  );
}
