import type { z } from 'zod';
import type { ApiKeyScope } from '../store/api-keys.js';

/** What a route says of itself: `/openapi.json` is made of this, by the same schemas that validate. */
export interface Operation {
  /** Unique, as a program would call it: `listConversations`. */
  readonly id: string;
  readonly tag: OperationTag;
  /** One line. */
  readonly summary: string;
  readonly description?: string;
  /** The scope that a Bearer key needs, the platform that signs, or nobody is asked. */
  readonly access: ApiKeyScope | 'telnyx' | 'vapi' | 'retell' | 'open';
  /** Parameters of the query string by name, each described. */
  readonly query?: z.ZodObject;
  /** Headers that mean something, by name, each described. */
  readonly headers?: z.ZodObject;
  /** The JSON body; of JSON lines (`bodyContentType`) one line. */
  readonly body?: z.ZodType;
  /** `application/json` by default. */
  readonly bodyContentType?: string;
  /** The answer when all is well. Without a schema it has no body, or one that is no JSON (`contentType`). */
  readonly answer: {
    readonly status: number;
    readonly description: string;
    readonly schema?: z.ZodType;
    readonly contentType?: string;
    /** Headers that only this answer has, each described, by name in lower case. */
    readonly headers?: Readonly<Record<string, string>>;
  };
  /** The same with another status, where there is one: what was told before, or asks for nothing. */
  readonly otherAnswers?: readonly { readonly status: number; readonly description: string }[];
  /** The statuses of its refusals beyond those that its access and its body bring along (`openapi/refusals.ts`). */
  readonly refusals?: readonly number[];
}

export type OperationTag =
  | 'conversations'
  | 'insights'
  | 'assistants'
  | 'policies'
  | 'platforms'
  | 'administration'
  | 'transfer'
  | 'operations'
  | 'memory';
