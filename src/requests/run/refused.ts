/** A start that was refused for a reason that the operator can mend; its message says how. */
export class Refused extends Error {}
