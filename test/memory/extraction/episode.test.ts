import { describe, expect, it } from 'vitest';
import { episodeOf } from '../../../src/memory/extraction/episode.js';
import type { ExtractedFact } from '../../../src/memory/extraction/extraction.js';
import { callOf } from './calls.js';

function fact(predicate: ExtractedFact['predicate'], value: string, more: Partial<ExtractedFact> = {}): ExtractedFact {
  return { predicate, value, statement: value, turn: 0, quote: value, confidence: 0.9, ...more };
}

const booked = ['Hi, I need a cleaning on the tenth of March please', 'agent: You are booked for half nine.'];

describe('an episode', () => {
  it('says what was said, what is open, and how it ended', () => {
    const episode = episodeOf(callOf(...booked), [
      fact('appointment', '2026-03-10T09:30 cleaning'),
      fact('open_item', '2026-03-09 send the forms', { by: 'agent' }),
      fact('open_item', '2026-03-09T12:00 ring back', { by: 'caller' }),
      fact('open_item', 'find the card', { by: 'caller', about: 'daughter Emma' }),
    ]);
    expect(episode?.outcome).toBe('appointment booked');
    expect(episode?.openItems).toEqual([
      'Agent: send the forms (by 2026-03-09)',
      'Caller: ring back (by 2026-03-09 12:00)',
    ]);
    expect(episode?.summary).toContain('cleaning on the tenth of March');
    expect(episode?.summary.includes('\n')).toBe(false);
    expect(episode?.summary.length).toBeLessThanOrEqual(600);
  });

  it.each<[string, readonly string[]]>([
    [
      'Reached a voicemail. Agent: This is Ava from Bright Smile calling about your appointment on Monday at nine. Please call us back.',
      [
        "You've reached the voicemail of Greg Mason. I can't come to the phone right now.",
        'agent: Hi Greg, this is Ava from Bright Smile calling about your appointment on Monday at nine. Please call us back.',
      ],
    ],
    ['Reached a voicemail.', ['Please leave a short message after the tone.']],
    [
      'Caller: I rang Greg. It said please leave a message after the beep.',
      ['I rang Greg.', 'It said please leave a message after the beep.'],
    ],
  ])('says %j', (summary, lines) => {
    expect(episodeOf(callOf(...lines), [])?.summary).toBe(summary);
  });

  it('is absent when nothing was said', () => {
    expect(episodeOf(callOf(), [])).toBeUndefined();
    expect(episodeOf(callOf('', 'agent: '), [])).toBeUndefined();
  });

  it.each<[string, readonly ExtractedFact[], readonly string[]]>([
    ['appointment cancelled', [fact('appointment', 'cancelled 2026-03-10T09:30 cleaning')], booked],
    [
      'appointment moved',
      [fact('appointment', 'cancelled 2026-03-10T09:30'), fact('appointment', '2026-03-11T09:30 cleaning')],
      booked,
    ],
    ['appointment moved', [fact('appointment', '2026-03-11T09:30', { replaces: '2026-03-10T09:30' })], booked],
    ['', [fact('appointment', '2026-03-11T09:30', { about: 'son' })], ['what are your hours', 'agent: Nine to five.']],
    ['order placed', [], ['two margheritas please', "agent: Great, I've placed the order."]],
    ['', [], ['two margheritas please', "agent: Great, I've placed the order.", 'no wait, not yet']],
    ['message taken', [], ['can you tell Dr Lee I rang', "agent: Of course, I'll pass that on to her."]],
    ['appointment cancelled', [], ['please cancel my appointment', "agent: That's cancelled for you."]],
    ['', [], ['please cancel my newspaper', 'agent: Would you like me to say it is cancelled?']],
    ['', [], ['do you do gluten free', 'agent: We do.']],
  ])('ends as %j', (outcome, facts, lines) => {
    expect(episodeOf(callOf(...lines), facts)?.outcome).toBe(outcome);
  });
});
