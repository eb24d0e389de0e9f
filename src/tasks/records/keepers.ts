import type { Role } from '../../layers/layer.ts';

/** Who keeps the commune's records (the policies say the same, and decide). */
export const KEEPERS: ReadonlySet<Role> = new Set(['administrator', 'front_officer']);

/** Who proposes places for what their organization looks after. */
export const PROPOSERS: ReadonlySet<Role> = new Set(['association', 'hamlet_committee']);
