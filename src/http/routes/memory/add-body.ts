import { z } from 'zod';
import type { ReportedTurn } from '../../../platforms/call-report.js';
import { transcriptTurns } from '../../../platforms/transcript-lines.js';
import { readSentAt } from '../../../store/sent-at.js';
import { jsonProblems, metadataProblems, textProblem } from '../../../store/storable.js';
import { isTimeZone } from '../../../time-zone.js';
import type { BodyProblem } from '../../body-problem.js';
import { jsonObject } from '../../json-object.js';
import { USER_FIELDS } from '../../memory-user.js';

const MESSAGES_MAX = 2000;
const TEXT_MAX = 1_000_000;

const time = (what: string) =>
  z
    .string()
    .refine((text) => readSentAt(text) !== undefined, {
      error: 'has to be a date and time such as 2025-04-15T13:07:28.764Z',
    })
    .describe(what);

const Message = z.strictObject({
  role: z
    .enum(['user', 'assistant', 'system', 'tool'])
    .describe('`user` is the caller. What `system` and `tool` say is nobody’s word, and is not kept.'),
  content: z.string().describe('What was said.'),
  name: z.string().max(128).optional().describe('Of the one who said it.'),
  at: time('When it was said. Absent: after the one before.').optional(),
  metadata: jsonObject.optional().describe('Anything to be kept with the message.'),
});

/** What was said by and to somebody, and who that is. */
export const AddBody = z
  .strictObject({
    ...USER_FIELDS,
    messages: z
      .array(Message)
      .min(1, 'has to have at least one message')
      .max(MESSAGES_MAX, `has to have ${MESSAGES_MAX} messages at most`)
      .optional()
      .describe('What was said, oldest first.'),
    transcript: z
      .string()
      .max(TEXT_MAX)
      .optional()
      .describe('In the place of `messages`: lines that begin with `Caller:` or `Agent:`.'),
    at: time('When it began: "tomorrow" is counted from it. Absent: now.').optional(),
    time_zone: z
      .string()
      .refine(isTimeZone, 'has to be a time zone such as America/New_York')
      .optional()
      .describe('Of the days and times that were spoken. Absent: the workspace’s.'),
    conversation_id: z.guid().optional().describe('A conversation that goes on. Absent: a new one.'),
    metadata: jsonObject.optional().describe('Of the conversation.'),
  })
  .describe('Something that was said by and to somebody.');

export type AddBody = z.output<typeof AddBody>;

/** What was said, oldest first: what `system` and `tool` say is nobody's word. */
export function turnsOf({ messages, transcript }: AddBody): readonly ReportedTurn[] {
  if (messages === undefined) return transcriptTurns(transcript ?? '');
  return messages.flatMap(({ role, content, at, name, metadata }): ReportedTurn[] => {
    if (role !== 'user' && role !== 'assistant') return [];
    const sentAt = at === undefined ? undefined : (readSentAt(at) as Date).toISOString();
    return [{ role, text: content, at: sentAt, name, metadata }];
  });
}

/** What is wrong beyond the schema, and what cannot be stored, before any SQL. */
export function addProblems(body: AddBody): readonly BodyProblem[] {
  const problems: BodyProblem[] = [];
  if ((body.messages === undefined) === (body.transcript === undefined)) {
    const detail = 'One of "messages" and "transcript" has to be given, and only one.';
    problems.push({ pointer: '/messages', detail });
  } else if (body.transcript !== undefined && transcriptTurns(body.transcript).length === 0) {
    const detail = '"transcript" has no line that begins with "Caller:" or "Agent:".';
    problems.push({ pointer: '/transcript', detail });
  }
  for (const [index, { content, name, metadata }] of (body.messages ?? []).entries()) {
    for (const [field, value] of Object.entries({ content, name: name ?? '' })) {
      const detail = textProblem(value);
      if (detail === undefined) continue;
      problems.push({ pointer: `/messages/${index}/${field}`, detail: `"messages.${index}.${field}" ${detail}` });
    }
    if (metadata !== undefined) problems.push(...jsonProblems(metadata, `/messages/${index}/metadata`));
  }
  return [...problems, ...(body.metadata === undefined ? [] : metadataProblems(body.metadata))];
}
