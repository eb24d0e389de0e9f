import type { Role } from '../../layers/layer.ts';

/** Who keeps the commune's records (the policies say the same, and decide). */
export const KEEPERS: ReadonlySet<Role> = new Set(['administrator', 'front_officer']);
