import { type Ref, useState } from 'react';
import { Button } from './button.tsx';
import { TextField } from './field.tsx';

/** A password, which its writer may look at: what cannot be seen is mistyped. */
export function PasswordField({
  showLabel,
  hideLabel,
  ...rest
}: {
  label: string;
  name?: string;
  showLabel: string;
  hideLabel: string;
  value: string;
  onChange: (value: string) => void;
  autoComplete: 'current-password' | 'new-password';
  hint?: string;
  error?: string | null;
  ref?: Ref<HTMLInputElement>;
}) {
  const [shown, setShown] = useState(false);
  return (
    <TextField
      {...rest}
      type={shown ? 'text' : 'password'}
      autoCapitalize="none"
      spellCheck={false}
      end={
        <Button tone="quiet" aria-pressed={shown} onClick={() => setShown(!shown)}>
          {shown ? hideLabel : showLabel}
        </Button>
      }
    />
  );
}
