/**
 * How much of one kind is read from one call. Nobody tells as much; each is compared with the others, and looked for in all later turns,
 * so that a hostile call of thousands would take minutes.
 */
export const CANDIDATES_MAX = 100;
