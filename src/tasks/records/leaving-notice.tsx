import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';

/** Nothing is lost by a slip: what was entered stays for later, unless the person says otherwise. */
export function LeavingNotice(props: { onStay: () => void; onKeep: () => void; onForget: () => void }) {
  return (
    <Notice tone="warning" title={m.records_leaving()}>
      <div className="record-form-acts">
        <Button autoFocus onClick={props.onStay}>
          {m.records_leaving_stay()}
        </Button>
        <Button onClick={props.onKeep}>{m.records_leaving_keep()}</Button>
        <Button onClick={props.onForget}>{m.records_leaving_forget()}</Button>
      </div>
    </Notice>
  );
}
