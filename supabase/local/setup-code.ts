import { createHash, randomInt } from 'node:crypto';

// No letters or digits that look alike when read from a screen and typed.
const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const GROUPS = 4;
const GROUP_LENGTH = 4;

/** A one-time code for a person to type, `ABCD-EFGH-JKMN-PQRS`: 79 bits of chance. */
export function makeSetupCode(): string {
  const group = () =>
    Array.from({ length: GROUP_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

/** What is kept of a code: the SHA-256 (hex) of its letters in upper case, without separators. */
export function hashOfSetupCode(code: string): string {
  const letters = code.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return createHash('sha256').update(letters).digest('hex');
}
