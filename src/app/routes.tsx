import { type ComponentProps, type ComponentType, type ReactNode, useEffect, useState } from 'react';
import { useMemberships, usePerson } from '../data/session.ts';
import { m } from '../messages/generated/messages.js';
import { Button } from '../ui/button.tsx';
import { isPhone } from '../ui/is-phone.ts';
import { isPlainAddress } from '../view/own-address.ts';
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
import { useOffline } from './offline/use-offline.ts';
import { isUnreachable } from './queries.ts';
import { BackupRoom } from './rooms/backup-room.tsx';
import { ChangesRoom } from './rooms/changes-room.tsx';
import { FieldRoom } from './rooms/field-room.tsx';
import { MeetingsRoom } from './rooms/meetings-room.tsx';
import { MembersRoom } from './rooms/members-room.tsx';
import { OrganizationsRoom } from './rooms/organizations-room.tsx';
import { PresentationRoom } from './rooms/presentation-room.tsx';
import { PublishingRoom } from './rooms/publishing-room.tsx';
import { ReportsRoom } from './rooms/reports-room.tsx';
import type { RoomProps } from './rooms/room-frame.tsx';
import { ScorecardRoom } from './rooms/scorecard-room.tsx';
import { SettingsRoom } from './rooms/settings-room.tsx';
import { TargetsRoom } from './rooms/targets-room.tsx';
import { leave, type SessionEnd, useSessionEnd } from './session/session-end.ts';
import { useIdleEnd } from './session/use-idle-end.ts';
import { useWayBack } from './session/way-back.ts';

const loadSignIn = () => import('../tasks/sign-in/index.tsx');
const loadSetUp = () => import('../tasks/set-up/index.tsx');
const loadRedeemCode = () => import('../tasks/redeem-code/index.tsx');
// Rooms that few go to, and that are more than a frame, are no part of every first screen.
const loadPrintRoom = () => import('./rooms/print-room.tsx');
const loadSecurityAreasRoom = () => import('./rooms/security-areas-room.tsx');

/** Titles of the rooms beside the map, which sets its own with the commune's name. */
const TITLES: Readonly<Partial<Record<Path, () => string>>> = {
  '/dang-nhap': m.shell_sign_in,
  '/thiet-lap': m.set_up_title,
  '/thanh-vien': m.members_title,
  '/to-chuc': m.organizations_title,
  '/sao-luu': m.backup_title,
  '/ma': m.code_title,
  '/quy-dinh': m.settings_title,
  '/nhat-ky': m.changes_title,
  '/bang-diem': m.scorecard_title,
  '/khu-tu-quan': m.layers_security_areas,
  '/so-lieu': m.reports_title,
  '/muc-tieu': m.targets_title,
  '/cong-bo': m.publishing_title,
  '/cuoc-hop': m.meetings_title,
  '/trinh-chieu': m.meetings_present,
  '/in': m.print_title,
  '/viec-cua-toi': m.field_title,
};

/** Where somebody is about to sign in: what is asked for there comes before it is known whether it may stay on the device. */
const DOORS: ReadonlySet<string> = new Set(['/dang-nhap', '/ma']);

/** Which page the address and the person's standing ask for. */
export function Routes() {
  const [path] = usePath();
  return (
    <>
      {!DOORS.has(path) && <IdleEnd />}
      <Page />
    </>
  );
}

function IdleEnd() {
  const { userId } = usePerson();
  const { data: memberships } = useMemberships();
  useIdleEnd(userId !== null && memberships?.some(({ role }) => role === 'police') === true);
  return null;
}

function Page() {
  const [path, go] = usePath();
  const { userId } = usePerson();
  const [sessionEnd, dismissEnd] = useSessionEnd(userId);
  const wayBack = useWayBack(path, userId);
  useLive(path === '/');
  useOffline(userId, path === '/');
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
    const about = { place, sessionEnd, onDismiss: dismissEnd };
    const toItsMap = () => go('/');
    switch (path) {
      case '/thanh-vien':
        return <MembersRoom {...about} onLeave={toItsMap} />;
      case '/to-chuc':
        return <OrganizationsRoom {...about} onLeave={toItsMap} />;
      case '/sao-luu':
        return <BackupRoom {...about} onLeave={toItsMap} />;
      case '/quy-dinh':
        return <SettingsRoom {...about} onLeave={toItsMap} />;
      case '/cuoc-hop':
        return <MeetingsRoom {...about} onLeave={toItsMap} />;
      case '/trinh-chieu':
        return <PresentationRoom {...about} onLeave={toItsMap} />;
      case '/viec-cua-toi':
        return <FieldRoom {...about} onLeave={toItsMap} />;
      case '/in':
        return <FetchedRoom load={loadPrintRoom} {...about} onLeave={toItsMap} />;
      case '/cong-bo':
        return <PublishingRoom {...about} onLeave={toItsMap} />;
      case '/nhat-ky':
        return <ChangesRoom {...about} onLeave={toItsMap} />;
      case '/muc-tieu':
        return <TargetsRoom {...about} onLeave={toItsMap} />;
      case '/so-lieu':
        return <ReportsRoom {...about} onLeave={toItsMap} />;
      case '/khu-tu-quan':
        return <FetchedRoom load={loadSecurityAreasRoom} {...about} onLeave={toItsMap} />;
      case '/bang-diem':
        return <ScorecardRoom {...about} onLeave={toItsMap} />;
      default:
        return (
          <Home
            key={place.person + place.commune.id}
            {...about}
            onSignIn={() => go('/dang-nhap')}
            onGo={go}
          />
        );
    }
  };
  // Where nobody may look without signing in, the form stands in the room itself.
  const enter = (person: string) => go(wayBack(person), { replace: true });
  return <CommuneRoom sessionEnd={sessionEnd} room={room} onEntered={enter} />;
}

let hasBegun = false;

/**
 * Whether somebody begins with the own work and not with the map: who looks after something, on a phone, from the
 * home screen or after signing in; once a page, so that the way to the map stays open.
 */
function beginsInField({ membership }: Place): boolean {
  if (hasBegun || membership === null) return false;
  hasBegun = true;
  return isPhone() && isPlainAddress() && ['association', 'hamlet_committee'].includes(membership.role);
}

function Home(props: ComponentProps<typeof MapPage>) {
  const [toField] = useState(() => beginsInField(props.place));
  const { onGo } = props;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once
  useEffect(() => {
    if (toField) onGo('/viec-cua-toi', { replace: true });
  }, []);
  return toField ? null : <MapPage {...props} />;
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

function RedeemCode(props: { onDone: () => void; onSignIn: () => void }) {
  const { module, failed } = useModule(loadRedeemCode, true);
  return module ? <module.default titleOf={communeTitle} {...props} /> : <Fetching failed={failed} />;
}

function FetchedRoom({
  load,
  ...props
}: RoomProps & { load: () => Promise<{ default: ComponentType<RoomProps> }> }) {
  const { module, failed } = useModule(load, true);
  return module ? <module.default {...props} /> : <Fetching failed={failed} />;
}

function Fetching({ failed }: { failed: boolean }) {
  return failed ? <MessagePage title={m.faults_part()} text={m.faults_part_text()} /> : null;
}

type RoomOf = {
  sessionEnd: SessionEnd | null;
  room: (place: Place) => ReactNode;
  onEntered: (userId: string) => void;
};

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
  onEntered,
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
      return <SignIn reason={sessionEnd ?? 'needed'} onEntered={onEntered} onLeave={() => go('/')} />;
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
