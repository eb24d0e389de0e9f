import './form.css';
import './pair.css';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useMemberships, usePerson } from '../../data/session.ts';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { usePath } from '../../view/use-view.ts';
import { AccountStep } from './account-step.tsx';
import { CommuneStage } from './commune-stage.tsx';
import { FaultNotice } from './fault-notice.tsx';
import { LayersStage } from './layers-stage.tsx';
import { Page } from './page.tsx';
import { readInstallationState } from './server.ts';
import { stageOf } from './stage.ts';

/**
 * "Thiết lập xã": from an empty installation to a commune with its layers, and later the place where its
 * administrator loads more. `onDone` leaves for the map.
 */
export default function SetUpPage({ onDone }: { onDone: () => void }) {
  const { known, userId } = usePerson();
  const [path, go] = usePath();
  // Opened in place of the map while there is none: at its own address it stays when there is one.
  useEffect(() => {
    if (path !== '/thiet-lap') go('/thiet-lap', { replace: true });
  }, [path, go]);
  const memberships = useMemberships();
  const installation = useQuery({
    queryKey: [userId ?? 'visitor', 'installation'],
    enabled: known,
    queryFn: readInstallationState,
  });
  const error = installation.error ?? memberships.error;
  if (error) {
    const retry = () => void Promise.all([installation.refetch(), memberships.refetch()]);
    return (
      <Page>
        <FaultNotice error={error} onRetry={retry} />
      </Page>
    );
  }
  if (!installation.data || !memberships.data) {
    return (
      <Page>
        <Skeleton height="2rem" width="60%" />
        <Skeleton height="12rem" />
      </Page>
    );
  }
  const stage = stageOf(installation.data, userId, memberships.data);
  switch (stage.kind) {
    case 'account':
      return <AccountStep onMade={() => void installation.refetch()} />;
    case 'sign-in':
      return installation.data === 'ready' ? (
        <SignInFirst lead={m.set_up_sign_in_again()} onLeave={onDone} />
      ) : (
        <SignInFirst lead={m.set_up_sign_in()} />
      );
    case 'commune':
      return <CommuneStage key={stage.userId} userId={stage.userId} />;
    case 'layers':
      return <LayersStage key={stage.userId} {...stage} onDone={onDone} />;
    case 'not-yours':
      return (
        <Page onLeave={onDone}>
          <Notice tone="warning" title={m.set_up_not_yours_title()}>
            {m.set_up_not_yours()}
          </Notice>
        </Page>
      );
  }
}

/** Where there is a commune already, its map is a way out. */
function SignInFirst({ lead, ...props }: { lead: string; onLeave?: () => void }) {
  const [, go] = usePath();
  return (
    <Page {...props} title={m.set_up_sign_in_title()} lead={lead}>
      <div className="set-up-acts">
        <Button tone="primary" className="set-up-act" onClick={() => go('/dang-nhap')}>
          {m.session_sign_in()}
        </Button>
      </div>
    </Page>
  );
}
