/** `ringback/client`: Ringback's memory, for programs. It needs `fetch` and nothing else of ours. */
export type { AddedCall, CallToAdd, ResponseToSave, SaidMessage } from './added-call.js';
export type { CallerRecall, RecallOptions } from './caller-recall.js';
export type { Job } from './job.js';
export type { IncompleteReason, MemoryKind, MemoryResult, SearchAnswer, SearchOptions } from './memory-search.js';
export { RingbackClient, type RingbackClientOptions } from './ringback-client.js';
export { type NoAnswerCode, RingbackError, type RingbackProblem } from './ringback-error.js';
export type { User, UserOrId } from './user.js';
