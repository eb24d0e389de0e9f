import type { ReactNode } from 'react';
import { Notice } from '../../ui/notice.tsx';
import { faultWords } from './words.ts';

/** A failed act in words; nothing when it is about one field, where it is said already. */
export function FaultNotice({ error, action }: { error: unknown; action?: ReactNode }) {
  const { title, advice, field } = faultWords(error);
  if (field) return null;
  return (
    <Notice tone="error" title={title} action={action}>
      {advice}
    </Notice>
  );
}
