import { z } from 'zod';
import type { Conversation } from '../../store/conversations.js';
import { jsonObject } from '../json-object.js';
import { PageMeta } from './page-meta.js';

/** Telnyx's `Conversation`. Its metadata need not be all strings, which is what Telnyx's schema says of it. */
export const ConversationJson = z
  .object({
    // One that was imported may be of no version that RFC 9562 knows.
    id: z.guid(),
    name: z.string().optional().describe('Absent where there is none.'),
    created_at: z.iso.datetime(),
    last_message_at: z.iso
      .datetime()
      .describe('The latest `sent_at` of its messages, none counted in the future; `created_at` while there is none.'),
    metadata: jsonObject.describe('What Telnyx and you keep of it: strings by name, and any other JSON.'),
  })
  .describe('A conversation.')
  .meta({ id: 'Conversation' });

/** What Telnyx answers to Retrieve and Update; Create answers with the conversation itself. */
export const ConversationAnswer = z.object({ data: ConversationJson });

/** Telnyx's `ConversationsListData`, and the `meta` that `Prefer: count=exact` asks for. */
export const ConversationListAnswer = z.object({
  data: z
    .array(
      z.union([ConversationJson, jsonObject.describe('With `select`: the fields that it names, by their aliases.')]),
    )
    .describe('In the order that was asked for; by `last_message_at`, newest first, by default.'),
  meta: PageMeta.optional().describe('Only with `Prefer: count=exact`, and where counting did not take too long.'),
});

/** A conversation as Telnyx writes it. `name` is left out where there is none: Telnyx declares no field nullable. */
export function conversationJson(conversation: Conversation): z.output<typeof ConversationJson> {
  const { id, name, createdAt, lastMessageAt, metadata } = conversation;
  return {
    id,
    ...(name === null ? {} : { name }),
    created_at: createdAt,
    last_message_at: lastMessageAt,
    metadata,
  };
}
