import './field.css';
import {
  type InputHTMLAttributes,
  type ReactNode,
  type Ref,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from 'react';

type Words = {
  label: string;
  /** Said before anything is wrong: an example, or what it is for. */
  hint?: ReactNode;
  /** What is wrong and what to do; null while nothing is. */
  error?: string | null;
};

/** `data-first`: in a dialog it has the keyboard first. */
type First = { 'data-first'?: boolean };

type InputProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange'> &
  First &
  Words & {
    onChange: (value: string) => void;
    ref?: Ref<HTMLInputElement>;
    /** Stands inside the field, at its end. */
    end?: ReactNode;
  };

/** A line to type into, with its label above and what is wrong with it below. */
export function TextField({ label, hint, error = null, onChange, end, className = '', ...rest }: InputProps) {
  const id = useId();
  return (
    <Labelled id={id} label={label} hint={hint} error={error} className={className}>
      <span className="field-frame">
        <input
          id={id}
          className="field-input"
          aria-invalid={error !== null}
          aria-describedby={`${id}-words`}
          onChange={(event) => onChange(event.target.value)}
          {...rest}
        />
        {end}
      </span>
    </Labelled>
  );
}

type SelectProps = Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange'> &
  Words & { onChange: (value: string) => void };

/** One of a list; `children` are its options. */
export function SelectField({ label, hint, error = null, onChange, className = '', ...rest }: SelectProps) {
  const id = useId();
  return (
    <Labelled id={id} label={label} hint={hint} error={error} className={className}>
      <span className="field-frame">
        <select
          id={id}
          className="field-input field-select"
          aria-invalid={error !== null}
          aria-describedby={`${id}-words`}
          onChange={(event) => onChange(event.target.value)}
          {...rest}
        />
      </span>
    </Labelled>
  );
}

type AreaProps = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange'> &
  First &
  Words & { onChange: (value: string) => void };

/** A few lines to type into. */
export function TextArea({ label, hint, error = null, onChange, className = '', ...rest }: AreaProps) {
  const id = useId();
  return (
    <Labelled id={id} label={label} hint={hint} error={error} className={className}>
      <span className="field-frame">
        <textarea
          id={id}
          className="field-input field-area"
          rows={3}
          aria-invalid={error !== null}
          aria-describedby={`${id}-words`}
          onChange={(event) => onChange(event.target.value)}
          {...rest}
        />
      </span>
    </Labelled>
  );
}

/** Several things to press under one name. */
export function FieldGroup({ label, hint, error = null, children }: Words & { children: ReactNode }) {
  const id = useId();
  return (
    <fieldset className="field" aria-describedby={`${id}-words`} aria-invalid={error !== null}>
      <legend className="field-label">{label}</legend>
      {children}
      <div id={`${id}-words`} className="field-words">
        {error && <p className="field-error">{error}</p>}
        {hint && <p className="field-hint">{hint}</p>}
      </div>
    </fieldset>
  );
}

function Labelled({
  id,
  label,
  hint,
  error,
  className,
  children,
}: Words & { id: string; className: string; children: ReactNode }) {
  return (
    <div className={`field ${className}`}>
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {children}
      <div id={`${id}-words`} className="field-words">
        {error && <p className="field-error">{error}</p>}
        {hint && <p className="field-hint">{hint}</p>}
      </div>
    </div>
  );
}
