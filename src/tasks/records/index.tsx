import './record-menu.css';

import { RecordForm as PlainForm, type RecordFormProps } from './record-form.tsx';
import { SplitForm } from './split-form.tsx';

export { AddMenu } from './add-menu.tsx';
export { Crosshair } from './crosshair.tsx';
export { adviceFor } from './place-section.tsx';
export { RecordActions } from './record-actions.tsx';
export { actOf } from './registry.ts';
export { RetiredList } from './retired-list.tsx';
export { SavedNotice } from './saved-notice.tsx';

/** The form of an act. */
export function RecordForm({ act, ...props }: RecordFormProps) {
  return act.kind === 'cut' ? <SplitForm {...props} act={act} /> : <PlainForm {...props} act={act} />;
}
