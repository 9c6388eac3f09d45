import { describe, expect, it } from 'vitest';
import { findEntities } from '../../../src/memory/extraction/find-entities.js';
import { FINDERS } from '../../../src/memory/extraction/finders/all-finders.js';
import { callOf } from './call-of.js';

function entitiesIn(lines: string): readonly string[] {
  const call = callOf(lines);
  const facts = FINDERS.flatMap((find) => find(call));
  return findEntities(call, facts).map(({ kind, name, relation }) => [kind, name, relation].filter(Boolean).join(' '));
}

describe('whom and what a caller speaks of', () => {
  it.each([
    ['Hi, this is Sarah. My wife Anna will bring our dog Rex.', ['person Anna wife', 'pet Rex dog']],
    ['I work for Acme Logistics', ['organization Acme Logistics employer']],
    ['I live in Leeds now', ['place Leeds home']],
    ['My boss Tom said so, and Dr Patel agreed', ['person Tom boss', 'person Patel doctor']],
    ['my sister works at Google', ['organization Google']],
    ['I need an appointment', []],
  ])('%s', (lines, entities) => {
    expect(entitiesIn(lines)).toEqual(entities);
  });
});
