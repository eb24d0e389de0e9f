import './record-menu.css';

export { AddMenu } from './add-menu.tsx';
export { RecordActions } from './record-actions.tsx';
export { RecordForm } from './record-form.tsx';
export { actOf } from './registry.ts';
export { SavedNotice } from './saved-notice.tsx';
