import { objectOf, textOf, textOrNull } from './read-json.js';
import type { UserOrId } from './user.js';

/** Something that was said. */
export interface SaidMessage {
  /** `user` is the caller. */
  readonly role: 'user' | 'assistant' | 'system' | 'tool';
  readonly content: string;
  /** Of the one who said it. */
  readonly name?: string | undefined;
  /** When it was said. Absent: after the one before. */
  readonly at?: Date | string | undefined;
  readonly metadata?: Readonly<Record<string, unknown>> | undefined;
}

/** A conversation, or more of one: `messages` or a `transcript` of lines that begin with `Caller:` or `Agent:`. */
export interface CallToAdd {
  readonly user: UserOrId;
  readonly messages?: readonly SaidMessage[] | undefined;
  readonly transcript?: string | undefined;
  /** When it began: "tomorrow" is counted from it. Absent: now. */
  readonly at?: Date | string | undefined;
  /** IANA. Absent: the workspace's. */
  readonly timeZone?: string | undefined;
  /** One that goes on, as an earlier answer has it. Absent: a new one. */
  readonly conversationId?: string | undefined;
  readonly metadata?: Readonly<Record<string, unknown>> | undefined;
  /** To go on with what failed before: letters, digits, hyphens and underscores. Absent: a new one. */
  readonly idempotencyKey?: string | undefined;
  /** With all tries. Absent: the client's. */
  readonly timeoutMs?: number | undefined;
}

/** One exchange of a call: what the caller said, and what the assistant answered. Either may be empty. */
export interface ResponseToSave extends Omit<CallToAdd, 'messages' | 'transcript'> {
  readonly userText: string;
  readonly assistantText: string;
}

/** What was added is stored; it is learned from by a job. */
export interface AddedCall {
  /** For `job` and `waitForJob`. Null: there is nothing new in it. */
  readonly jobId: string | null;
  readonly callerId: string;
  /** For more of the same conversation. */
  readonly conversationId: string;
  /** `voice:+13128675309`. */
  readonly subUserId: string;
}

/** @throws Unreadable */
export function addedCallOf(json: unknown): AddedCall {
  const answer = objectOf(json);
  return {
    jobId: textOrNull(answer.job_id),
    callerId: textOf(answer.caller_id),
    conversationId: textOf(answer.conversation_id),
    subUserId: textOf(answer.sub_user_id),
  };
}

/** The messages of one exchange. */
export function messagesOf({ userText, assistantText }: ResponseToSave): readonly SaidMessage[] {
  const messages: readonly SaidMessage[] = [
    { role: 'user', content: userText },
    { role: 'assistant', content: assistantText },
  ];
  return messages.filter(({ content }) => content.trim() !== '');
}
