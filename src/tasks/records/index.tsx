import './record-menu.css';

import { RecordForm as PlainForm, type RecordFormProps } from './record-form.tsx';
import { SplitForm } from './split-form.tsx';

export { AddMenu } from './add-menu.tsx';
export { RecordActions } from './record-actions.tsx';
export { actOf } from './registry.ts';
export { RetiredList } from './retired-list.tsx';
export { SavedNotice } from './saved-notice.tsx';

/** The form of an act. */
export function RecordForm(props: RecordFormProps) {
  return props.act.cuts ? <SplitForm {...props} /> : <PlainForm {...props} />;
}
