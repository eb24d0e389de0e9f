import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { usePath } from '../../view/use-view.ts';
import { faultWords, needsSignIn } from './fault-words.ts';

/** A failed call, in words, with what helps. */
export function FaultNotice({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const [, go] = usePath();
  const { title, advice } = faultWords(error);
  const action = needsSignIn(error) ? (
    <Button onClick={() => go('/dang-nhap')}>{m.session_sign_in()}</Button>
  ) : (
    onRetry && <Button onClick={onRetry}>{m.set_up_retry()}</Button>
  );
  return (
    <Notice tone="error" title={title} action={action}>
      {advice}
    </Notice>
  );
}
