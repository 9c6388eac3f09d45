import { describe, expect, test } from 'vitest';
import { recallText } from '../../../src/memory/recall/recall-text.js';

const known = {
  status: 'known',
  name: 'Sarah Johnson',
  lines: ['Sarah Johnson: prefers mornings', 'Sarah Johnson: has a dog'],
} as const;

describe('what a voice assistant is told at the start of a call', () => {
  test.each([
    [known, {}, 'Known about caller (Sarah Johnson): Sarah Johnson: prefers mornings | Sarah Johnson: has a dog'],
    [known, { charactersMax: 70 }, 'Known about caller (Sarah Johnson): Sarah Johnson: prefers mornings'],
    [known, { charactersMax: 65 }, 'Known about caller (Sarah Johnson): Sarah Johnson: has a dog'],
    [{ ...known, lines: [] }, {}, 'Known about caller (Sarah Johnson): called before.'],
    [
      { status: 'known', name: '', lines: ['Caller: prefers mornings'] } as const,
      { number: '+14155551234' },
      'Known about caller (+14155551234): Caller: prefers mornings',
    ],
    [{ status: 'new', name: '', lines: [] } as const, { number: '+14155551234' }, 'New caller — no prior context.'],
    [{ status: 'late', name: '', lines: [] } as const, {}, 'New caller — no prior context.'],
    [{ status: 'unidentified', name: '', lines: [] } as const, {}, 'Web caller — no phone number yet.'],
  ])('%j %j', (recalled, options, text) => {
    expect(recallText(recalled, { charactersMax: 900, ...options })).toBe(text);
  });
});
