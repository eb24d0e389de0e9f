import { type ReactNode, useEffect } from 'react';
import { type Membership, usePerson } from '../data/session.ts';
import { m } from '../messages/generated/messages.js';
import { Button } from '../ui/button.tsx';
import { type Path, usePath, useView } from '../view/use-view.ts';
import { communeTitle } from './commune/commune-name.ts';
import type { Resolution } from './commune/resolve-commune.ts';
import { useCommune } from './commune/use-commune.ts';
import { useModule } from './connection/use-module.ts';
import { FaultNotice } from './fault-notice.tsx';
import { useLive } from './live/use-live.ts';
import { MapPage } from './map/map-page.tsx';
import type { Place } from './map/use-map-page.ts';
import { WaitingPage } from './map/waiting-page.tsx';
import { MessagePage } from './message-page.tsx';
import { MembersRoom } from './people/members-room.tsx';
import { OrganizationsRoom } from './people/organizations-room.tsx';
import { isUnreachable } from './queries.ts';
import { leave, type SessionEnd, useSessionEnd } from './session/session-end.ts';
import { useWayBack } from './session/way-back.ts';

const loadSignIn = () => import('../tasks/sign-in/index.tsx');
const loadSetUp = () => import('../tasks/set-up/index.tsx');
const loadRedeemCode = () => import('../tasks/redeem-code/index.tsx');
const loadSettings = () => import('../tasks/settings/index.tsx');
const loadChanges = () => import('../tasks/changes/index.tsx');

/** Titles of the rooms beside the map, which sets its own with the commune's name. */
const TITLES: Readonly<Partial<Record<Path, () => string>>> = {
  '/dang-nhap': m.shell_sign_in,
  '/thiet-lap': m.set_up_title,
  '/thanh-vien': m.members_title,
  '/to-chuc': m.organizations_title,
  '/ma': m.code_title,
  '/quy-dinh': m.settings_title,
  '/nhat-ky': m.changes_title,
};

/** Which page the address and the person's standing ask for. */
export function Routes() {
  const [path, go] = usePath();
  const { userId } = usePerson();
  const [sessionEnd, dismissEnd] = useSessionEnd(userId);
  const wayBack = useWayBack(path, userId);
  useLive();
  useEffect(() => {
    const title = TITLES[path];
    if (title) document.title = `${title()} · ${m.app_name()}`;
  }, [path]);
  // Going back from the map must not lead to a door that was just passed.
  const toMap = () => go('/', { replace: true });
  if (path === '/dang-nhap') {
    const reason = sessionEnd ? { reason: sessionEnd } : {};
    return (
      <SignIn onEntered={(person) => go(wayBack(person), { replace: true })} onLeave={toMap} {...reason} />
    );
  }
  if (path === '/thiet-lap') return <SetUp onDone={toMap} />;
  if (path === '/ma')
    return <RedeemCode onDone={toMap} onSignIn={() => go('/dang-nhap', { replace: true })} />;
  const room = (place: Place) => {
    if (path === '/thanh-vien') return <MembersRoom place={place} onLeave={() => go('/')} />;
    if (path === '/to-chuc') return <OrganizationsRoom place={place} onLeave={() => go('/')} />;
    if (path === '/quy-dinh' || path === '/nhat-ky') return <Beside path={path} place={place} />;
    return (
      <MapPage
        key={place.person + place.commune.id}
        place={place}
        sessionEnd={sessionEnd}
        onDismiss={dismissEnd}
        onSignIn={() => go('/dang-nhap')}
        onGo={go}
      />
    );
  };
  return <CommuneRoom sessionEnd={sessionEnd} room={room} />;
}

function SignIn(props: {
  onEntered: (userId: string) => void;
  onLeave: () => void;
  reason?: SessionEnd | 'needed';
}) {
  const { module, failed } = useModule(loadSignIn, true);
  return module ? <module.default {...props} /> : <Fetching failed={failed} />;
}

function SetUp(props: { onDone: () => void }) {
  const { module, failed } = useModule(loadSetUp, true);
  return module ? <module.default {...props} /> : <Fetching failed={failed} />;
}

/** A page beside the map about the same commune, which was resolved already. */
function Beside({ path, place }: { path: '/quy-dinh' | '/nhat-ky'; place: Place }) {
  const [, go] = usePath();
  const page = {
    person: place.person,
    communeId: place.commune.id,
    role: place.membership?.role ?? null,
    isSample: place.commune.is_sample,
    onDone: () => go('/'),
  };
  return path === '/quy-dinh' ? <Settings {...page} /> : <Changes {...page} />;
}

type PageBeside = {
  person: string;
  communeId: string;
  role: Membership['role'] | null;
  isSample: boolean;
  onDone: () => void;
};

function Settings(props: PageBeside) {
  const { module, failed } = useModule(loadSettings, true);
  return module ? <module.default {...props} /> : <Fetching failed={failed} />;
}

function Changes(props: PageBeside) {
  const { module, failed } = useModule(loadChanges, true);
  return module ? <module.default {...props} /> : <Fetching failed={failed} />;
}

function RedeemCode(props: { onDone: () => void; onSignIn: () => void }) {
  const { module, failed } = useModule(loadRedeemCode, true);
  return module ? <module.default titleOf={communeTitle} {...props} /> : <Fetching failed={failed} />;
}

function Fetching({ failed }: { failed: boolean }) {
  return failed ? <MessagePage title={m.faults_part()} text={m.faults_part_text()} /> : null;
}

type RoomOf = { sessionEnd: SessionEnd | null; room: (place: Place) => ReactNode };

/** A room that belongs to a commune: shown once it is known which, and who looks. */
function CommuneRoom(props: RoomOf) {
  const commune = useCommune();
  if (commune.state === 'pending' || (commune.state === 'failed' && isUnreachable(commune.error))) {
    return <WaitingPage />;
  }
  if (commune.state === 'failed') {
    return (
      <MessagePage title={m.app_name()}>
        <FaultNotice error={commune.error} onRetry={commune.retry} />
      </MessagePage>
    );
  }
  return <Resolved person={commune.person} resolution={commune.resolution} {...props} />;
}

function Resolved({
  person,
  resolution,
  sessionEnd,
  room,
}: RoomOf & {
  person: string;
  resolution: Resolution;
}) {
  const [, go] = usePath();
  const [, change] = useView();
  switch (resolution.kind) {
    case 'commune': {
      const { commune, membership } = resolution;
      return room({ person, commune, membership });
    }
    case 'choose':
      return (
        <MessagePage title={m.shell_choose_commune()} text={m.shell_choose_commune_text()}>
          {resolution.communes.map(({ id, code, name }) => (
            <Button key={id} onClick={() => change({ commune: code })}>
              {communeTitle(name)}
            </Button>
          ))}
        </MessagePage>
      );
    case 'sign-in':
      return <SignIn reason={sessionEnd ?? 'needed'} onEntered={() => go('/')} onLeave={() => go('/')} />;
    case 'set-up':
      // An installation that holds nothing yet has one thing to do.
      return <SetUp onDone={() => go('/')} />;
    case 'no-membership':
      return (
        <MessagePage title={m.faults_no_membership()} text={m.faults_no_membership_text()}>
          <Button tone="primary" onClick={() => window.location.reload()}>
            {m.faults_reload()}
          </Button>
          <Button onClick={() => void leave()}>{m.shell_sign_out()}</Button>
        </MessagePage>
      );
  }
}
