import type { CallerMemories } from './caller-memories.js';

/** Where nobody keeps memories at hand: nothing is ever ready in time, and nobody is said to be new. */
export const noMemories: CallerMemories = {
  recall: async () => ({ status: 'late', name: '', summary: '', lines: [], facts: {} }),
  search: async () => ({ hits: [], contextText: '', complete: false }),
  warm() {},
  forget() {},
  size: { callers: 0, bytes: 0 },
};
