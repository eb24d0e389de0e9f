import pg from 'pg';

const SETTING = /^\s*select set_config\('([a-z_.]+)', (\$1|''), true\)\s*$/i;

/** The words that open a transaction, kept back until its first real statement. */
export type Preamble = {
  /** True when a statement is part of the opening and was kept: nothing is sent for it now. */
  takes(sql: string, parameters: readonly unknown[] | undefined): boolean;
  /** All that was kept, as one round; null when there is nothing. Forgets it. */
  said(): string | null;
};

/**
 * Before each request the library begins a transaction and makes up to ten settings that last as long as it:
 * role, claims, headers. Sent one by one they cost more than what is asked, so they go in one round, in their
 * order, before the first statement; a setting that fails fails the transaction there. Only settings of that
 * very form are kept back, and only right after a beginning.
 */
export function createPreamble(): Preamble {
  let hasBegun = false;
  let settings: string[] = [];
  return {
    takes(sql, parameters) {
      if (/^\s*begin\s*$/i.test(sql)) {
        hasBegun = true;
        return true;
      }
      const [, name, placeholder] = SETTING.exec(sql) ?? [];
      const value = placeholder === '$1' ? parameters?.[0] : '';
      if (!hasBegun || name === undefined || typeof value !== 'string') return false;
      settings.push(`set_config(${pg.escapeLiteral(name)}, ${pg.escapeLiteral(value)}, true)`);
      return true;
    },
    said() {
      if (!hasBegun) return null;
      const words = settings.length > 0 ? `begin; select ${settings.join(', ')}` : 'begin';
      hasBegun = false;
      settings = [];
      return words;
    },
  };
}
