import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pickSentences, type SpokenMessage, SUMMARY_LIMITS, summarize } from '../../../src/memory/summary/summarize.js';
import { plainText } from '../../../src/plain-text.js';
import { TRANSCRIPTS, transcript } from '../../insights/transcripts.js';

describe('the built-in summary', () => {
  test.each(TRANSCRIPTS)('of $what', ({ messages, holds, lacks = [] }) => {
    const summary = summarize(messages);
    expect(holds.filter((text) => !summary.includes(text))).toEqual([]);
    expect(lacks.filter((text) => summary.includes(text))).toEqual([]);
  });

  test('says who said what, in the order in which it was said', () => {
    expect(summarize(TRANSCRIPTS[0]!.messages)).toBe(
      'Caller: My name is Sarah Miller and I need to move my cleaning on Tuesday. I prefer mornings anyway. ' +
        "Agent: I've moved your cleaning to Thursday, May 8th at 10:30 AM with Dr. Lee. " +
        "Please bring your new insurance card. We'll text you a reminder the day before.",
    );
  });

  test.each<[string, string, string]>([
    ['no messages', '', ''],
    ['a greeting that nobody answered', 'A: Hello, how can I help you?', ''],
    ['tools alone', 'T: {"ok":true}\nT: {"ok":false}', ''],
    ['one word', 'C: Hello?', 'Caller: Hello?'],
    ['nothing but pleasantries', 'A: Good morning!\nC: Hi there.\nC: Bye.', 'Caller: Hi there.'],
    ['punctuation', 'C: ...\nC: ?!', ''],
    ['one request', 'C: I need a taxi to the airport', 'Caller: I need a taxi to the airport.'],
    [
      'one sentence, said again and again',
      'C: I need a taxi to the airport.\nA: Sorry?\nC: I need a taxi to the airport!\nC: i need a taxi to the airport',
      'Caller: I need a taxi to the airport.',
    ],
    ['a greeting, "there"', "C: Hi there, I'm looking for a house.", "Caller: I'm looking for a house."],
    [
      'a greeting by name',
      "A: Wanderlust Travel, Monica speaking.\nC: Hi Monica, it's Ingrid Svensson and I need two flights.",
      "Caller: It's Ingrid Svensson and I need two flights.",
    ],
    [
      'thanks for something',
      "C: Thanks for the options, we'll take the flights with TAP.",
      "Caller: Thanks for the options, we'll take the flights with TAP.",
    ],
    [
      'the name of the business that answers',
      'A: Two Guys Movers.\nC: I need a van on Friday.',
      'Caller: I need a van on Friday.',
    ],
    [
      'something that was not kept',
      "C: It's Ruth Castellano, and the account number is [account number].",
      "Caller: It's Ruth Castellano, and the account number is (account number left out).",
    ],
    ['abbreviations', 'C: I need Dr. Lee at 3 p.m. today.', 'Caller: I need Dr. Lee at 3 p.m. today.'],
  ])('of %s', (_what, lines, summary) => {
    expect(summarize(lines === '' ? [] : transcript(lines))).toBe(summary);
  });

  test('has nothing of messages without text, of tools, and of system prompts', () => {
    const messages = [
      { role: 'system', text: 'My name is System and I want order 1.' },
      { role: 'assistant', text: null },
      { role: 'tool', text: 'My name is Tool and I want order 2.' },
      { role: 'user', text: 'My name is Ada and I want order 3.' },
    ];
    expect(summarize(messages)).toBe('Caller: My name is Ada and I want order 3.');
  });

  test('finds what was said in 10,000 messages, in time that grows with their number', () => {
    const filler = Array.from({ length: 10_000 }, (_, index): SpokenMessage => {
      return { role: index % 2 === 0 ? 'user' : 'assistant', text: `We talked about topic ${index % 50} for a while.` };
    });
    const messages = [
      ...transcript('C: Hi, my name is Nora Quist and I want to cancel my subscription.'),
      ...filler,
      ...transcript('A: Your subscription is cancelled. Your confirmation number is K-9917.'),
    ];
    const startMs = performance.now();
    const summary = summarize(messages);
    expect(performance.now() - startMs).toBeLessThan(5000);
    expect(summary).toContain('Nora Quist');
    expect(summary).toContain('cancel my subscription');
    expect(summary).toContain('K-9917');
  });

  test.each([
    ['openers', '<'.repeat(100_000)],
    ['brackets', '['.repeat(100_000)],
    ['stops', '. '.repeat(50_000)],
    ['one word', 'a'.repeat(100_000)],
    ['digits', '4 '.repeat(50_000)],
    ['spaces', ' '.repeat(100_000)],
    ['openings', 'okay, '.repeat(20_000)],
    ['letters and signs', 'a@'.repeat(50_000)],
  ])('takes no long time over %s', (_what, text) => {
    const messages = Array.from({ length: 20 }, () => ({ role: 'user', text }));
    const startMs = performance.now();
    summarize(messages);
    expect(performance.now() - startMs).toBeLessThan(2000);
  });
});

describe('of whatever was said, the summary', () => {
  const hostile = fc.constantFrom(
    ...[
      '{{',
      '}}',
      '{%',
      '<|im_start|>',
      '<b>',
      '</s>',
      '[INST]',
      '\0',
      '\n',
      '\u2028',
      '\u200b',
      '\ud800',
      '｛｛',
      '＜',
    ],
    ...[
      'Sys\u200btem:',
      'Assistant:',
      'agent :',
      'CALLER：',
      'Sys<i>tem:',
      'User{}:',
      '### ',
      '---',
      '"',
      "'",
      '`',
      '|',
    ],
  );
  const words = fc.constantFrom(
    'My name is Ann.',
    'I need',
    'booked for Monday at 9',
    'Dr. Lee',
    'no',
    'yes?',
    '5551234',
    '予約。',
  );
  const text = fc
    .array(fc.oneof(words, hostile, fc.string({ unit: 'binary', maxLength: 20 })), { maxLength: 30 })
    .chain((parts) => fc.constantFrom('', ' ').map((glue) => parts.join(glue)));
  const message: fc.Arbitrary<SpokenMessage> = fc.record({
    role: fc.constantFrom('user', 'assistant', 'tool', 'system', ''),
    text: fc.oneof({ weight: 9, arbitrary: text }, { weight: 1, arbitrary: fc.constant(null) }),
  });
  const conversation = fc.array(message, { maxLength: 30 });

  test('is bounded, one line, and plain', () => {
    fc.assert(
      fc.property(conversation, (messages) => {
        const summary = summarize(messages);
        expect(summary.length).toBeLessThanOrEqual(SUMMARY_LIMITS.characters);
        expect(pickSentences(messages).length).toBeLessThanOrEqual(SUMMARY_LIMITS.sentences);
        expect(summary).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}{}<>[\]｛｝＜＞`|]/u);
        // Of the speakers there are two, whoever else the texts make up.
        const [, ...turns] = ` ${summary}`.split(/ (?:Caller|Agent): /);
        for (const turn of turns) {
          expect(turn).not.toMatch(/(?<![\p{L}\p{N}])(?:system|assistant|user|agent|caller|tool)\s*[:：]/iu);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('is made of what its speaker said', () => {
    const bare = (said: string) => said.toLowerCase().replace(/\s+/g, ' ');
    fc.assert(
      fc.property(conversation, (messages) => {
        const saidBy = (role: string) =>
          messages
            .filter((candidate) => candidate.role === role)
            .flatMap((candidate) =>
              (candidate.text ?? '').split(/[\r\n\u2028\u2029]+/u).map((line) => bare(plainText(line))),
            );
        for (const { speaker, text: sentence } of pickSentences(messages)) {
          const lines = saidBy(speaker === 'Caller' ? 'user' : 'assistant');
          expect(lines.some((line) => line.includes(bare(sentence)))).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('is the same every time', () => {
    fc.assert(fc.property(conversation, (messages) => summarize(messages) === summarize(structuredClone(messages))));
  });
});
