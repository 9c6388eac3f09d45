import { describe, expect, it } from 'vitest';
import { proceduresOf } from '../../../src/memory/extraction/procedures.js';
import { callOf } from './calls.js';

describe('a procedure is', () => {
  it('what is explained in steps', () => {
    expect(
      proceduresOf(
        callOf(
          'how do I reset the router',
          'agent: To reset the router, hold the button for ten seconds, then wait for the green light. After that, log in again.',
        ),
      ),
    ).toEqual([
      {
        name: 'reset the router',
        trigger: 'to reset the router',
        steps: ['hold the button for ten seconds', 'wait for the green light', 'log in again'],
      },
    ]);
  });

  it('what is numbered', () => {
    expect(
      proceduresOf(
        callOf('agent: First you unplug the boiler. Then you bleed the radiator, and finally press reset.'),
      )[0]?.steps,
    ).toEqual(['unplug the boiler', 'bleed the radiator', 'press reset']);
  });
});

describe('no procedure is', () => {
  it.each([
    'agent: First of all, thank you for calling.',
    'I went there first and then I came home',
    'agent: To confirm, your name is Sarah.',
    'first Tuesday then Wednesday',
    "agent: I'll first check the diary, then I'll call you.",
    'agent: To book a table you can use the website.',
  ])('%s', (said) => {
    expect(proceduresOf(callOf(said))).toEqual([]);
  });
});
