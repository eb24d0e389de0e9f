import { type FormEvent, useState } from 'react';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';

/** The code, typed from paper. `onCode` is called with what can be one. */
export function CodeForm({ code, onCode }: { code: string; onCode: (code: string) => void }) {
  const [typed, setTyped] = useState(code);
  const [error, setError] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isWhole = typed.replace(/[^\p{L}\p{N}]/gu, '').length === 16;
    setError(isWhole ? null : m.code_incomplete());
    if (isWhole) onCode(typed);
  };
  return (
    <form className="door-form" noValidate onSubmit={submit}>
      <TextField
        label={m.code_label()}
        className="redeem-code"
        autoComplete="one-time-code"
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        placeholder="ABCD-EFGH-JKMN-PQRS"
        value={typed}
        onChange={setTyped}
        error={error}
      />
      <Button tone="primary" type="submit" className="door-act">
        {m.code_go_on()}
      </Button>
    </form>
  );
}
