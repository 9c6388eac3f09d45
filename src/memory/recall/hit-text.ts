import type { MemoryHit } from './caller-memories.js';
import { episodeClause, plainClause, plainName } from './fact-text.js';

/**
 * One thing that was found, as it may stand in a prompt by itself: on one line, without markup, tags, braces and role markers, and with
 * who said it, since it is a claim. Empty when nothing is left of it.
 */
export function hitText({ kind, text, speaker }: Pick<MemoryHit, 'kind' | 'text' | 'speaker'>): string {
  if (kind === 'episode') return episodeClause(text);
  const clause = plainClause(text);
  const name = plainName(speaker ?? '');
  if (clause === '') return '';
  if (kind === 'fact') return name === '' ? clause : `${name}: ${clause}`;
  return `${name || 'The caller'} said: "${clause.replaceAll('"', "'")}"`;
}
