import { conversationsAndMessages } from './0001-conversations-and-messages.js';
import { queryFunctions } from './0002-query-functions.js';
import type { Migration } from './migration.js';

/** Every migration, in the order in which they are applied. */
export const migrations: readonly Migration[] = [conversationsAndMessages, queryFunctions];
