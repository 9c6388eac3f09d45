import type { PreparedQuery } from '../../query/index.js';
import type { Template } from '../templates/template.js';
import type { PolicyDocument } from './policy-document.js';

/** What a document becomes once everything in it is parsed. */
export interface ParsedPolicy {
  readonly document: PolicyDocument;
  readonly pins: Readonly<Record<string, Template>>;
  readonly lookups: readonly ParsedLookup[];
  readonly variables: Readonly<Record<string, Template>>;
  readonly metadata: Readonly<Record<string, Template>>;
  readonly memoryQuery?: PreparedQuery;
}

export interface ParsedLookup {
  readonly name: string;
  readonly url: Template;
  readonly headers: Readonly<Record<string, Template>>;
  readonly timeoutMs: number;
  readonly cacheSeconds: number;
}
