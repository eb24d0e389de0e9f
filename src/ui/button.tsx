import './button.css';
import type { ButtonHTMLAttributes, Ref } from 'react';
import { Icon, type IconName } from './icon.tsx';

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  /** `primary` is the one act of a screen; `quiet` stands inside text and lists. */
  tone?: 'plain' | 'primary' | 'quiet';
  ref?: Ref<HTMLButtonElement>;
};

/** A button with words. */
export function Button({ tone = 'plain', className = '', type = 'button', ...rest }: ButtonProps) {
  return <button type={type} className={`button button-${tone} ${className}`} {...rest} />;
}

/** A button with a picture alone; `label` is its name. */
export function IconButton({
  icon,
  label,
  tone = 'quiet',
  className = '',
  ...rest
}: Omit<ButtonProps, 'children'> & { icon: IconName; label: string }) {
  return (
    <Button tone={tone} className={`button-icon ${className}`} aria-label={label} title={label} {...rest}>
      <Icon name={icon} />
    </Button>
  );
}
