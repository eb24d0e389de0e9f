/** Something at the start that a person can put right; its message is all that is printed. */
export class StartRefused extends Error {}
