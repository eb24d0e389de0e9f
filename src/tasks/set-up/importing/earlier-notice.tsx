import { m } from '../../../messages/generated/messages.js';
import { Button } from '../../../ui/button.tsx';
import { instant } from '../../../ui/format.ts';
import { Notice } from '../../../ui/notice.tsx';
import { usePath } from '../../../view/use-view.ts';
import type { Earlier } from './server.ts';

/** Says that this very file is in the layer already, when and by whom, and how it can be loaded anew. */
export function EarlierNotice({ earlier: { name, at, by } }: { earlier: Earlier }) {
  const [, go] = usePath();
  const when = instant(at);
  return (
    <Notice
      tone="warning"
      title={m.import_earlier_title()}
      action={<Button onClick={() => go('/nhat-ky')}>{m.import_earlier_log()}</Button>}
    >
      {by === null ? m.import_earlier({ name, when }) : m.import_earlier_by({ name, when, by })}
    </Notice>
  );
}
