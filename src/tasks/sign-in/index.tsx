import './sign-in.css';
import { useQuery } from '@tanstack/react-query';
import { client } from '../../data/client.ts';
import { faultOf } from '../../data/fault.ts';
import { usePerson } from '../../data/session.ts';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { Door } from '../../ui/door.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { usePath } from '../../view/use-view.ts';
import { DemoAccounts } from './demo-accounts.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { useSignIn } from './use-sign-in.ts';

/** Why somebody is asked to sign in, when they did not ask for it themselves. */
export type SignInReason = 'expired' | 'inactive' | 'idle' | 'needed';

/** The page on which a member of the commune signs in. `onLeave` goes to the map without. */
export default function SignInPage({
  onEntered,
  onLeave,
  reason,
}: {
  onEntered: (userId: string) => void;
  onLeave: () => void;
  reason?: SignInReason;
}) {
  const { data: communes = [] } = useCommunes();
  const [, go] = usePath();
  const attempt = useSignIn(onEntered);
  const hasSample = communes.some(({ is_sample }) => is_sample);
  return (
    <Door
      product={m.app_name()}
      isWide={hasSample}
      back={
        communes.length > 0 && (
          <Button tone="quiet" onClick={onLeave}>
            <Icon name="back" />
            {m.session_back_to_map()}
          </Button>
        )
      }
    >
      <section className="door-sheet" aria-labelledby="sign-in-title">
        <h1 id="sign-in-title">{m.session_title()}</h1>
        <p className="door-lead">{m.session_lead()}</p>
        {reason && <Reason reason={reason} />}
        <SignInForm attempt={attempt} />
        <p className="door-aside">{m.session_forgotten()}</p>
        <Button tone="quiet" className="door-other" onClick={() => go('/ma')}>
          {m.session_has_code()}
        </Button>
      </section>
      {hasSample && <DemoAccounts attempt={attempt} />}
    </Door>
  );
}

function Reason({ reason }: { reason: SignInReason }) {
  switch (reason) {
    case 'expired':
      return (
        <Notice tone="warning" title={m.session_expired_title()}>
          {m.session_expired()}
        </Notice>
      );
    case 'idle':
      return (
        <Notice tone="warning" title={m.faults_idle()}>
          {m.faults_idle_text()}
        </Notice>
      );
    case 'inactive':
      return (
        <Notice tone="error" title={m.session_inactive_title()}>
          {m.session_inactive()}
        </Notice>
      );
    case 'needed':
      return <Notice>{m.session_needed()}</Notice>;
  }
}

/** The communes that anybody may see; whether one is a sample decides about the demo accounts. */
function useCommunes() {
  const { known, userId } = usePerson();
  return useQuery({
    queryKey: [userId ?? 'visitor', 'communes-to-enter'],
    enabled: known,
    queryFn: async () => {
      const { data, error, status } = await client.from('communes').select('id, is_sample');
      if (error) throw faultOf(error, status);
      return data;
    },
  });
}
