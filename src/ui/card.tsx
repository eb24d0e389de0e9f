import './card.css';
import type { HTMLAttributes } from 'react';

/** A sheet on the paper: one thing to read. */
export function Card({ className = '', ...rest }: HTMLAttributes<HTMLDivElement>) {
  return <div className={`card ${className}`} {...rest} />;
}
