import { describe, expect, it } from 'vitest';
import { redactTurns } from '../../../src/memory/extraction/redact-secrets.js';

/** A text that was said without having been asked for. */
function redacted(text: string) {
  const { turns, redactions } = redactTurns([{ speaker: 'caller', text }]);
  return { text: turns[0]?.text, redactions };
}

describe('a text loses', () => {
  it.each<[string, string]>([
    ['my card is 4242 4242 4242 4242 thanks', 'my card is [card number] thanks'],
    ['4242424242424242', '[card number]'],
    ["it's 4242-4242-4242-4242, expiry 09/27", "it's [card number], expiry 09/27"],
    ["It's 4111 1111 1111 1111, expires 04 28, code 123.", "It's [card number], expires 04 28, code [security code]."],
    ['4111 1111 1111 1111, zip code 60614', '[card number], zip code 60614'],
    ['378282246310005 is my amex', '[card number] is my amex'],
    ["it's four two four two, um, four two four two, four two four two, then four two four two", "it's [card number]"],
    ['forty two forty two forty two forty two forty two forty two forty two forty two ok', '[card number] ok'],
    [
      'double five double five, double five double five, double five double five, double four, double four',
      '[card number]',
    ],
    ['card number is 1234 5678 9012 3456', 'card number is [card number]'],
    ['the cvv is 123', 'the cvv is [security code]'],
    ['security code one two three', 'security code [security code]'],
    ['and the three digits on the back are 9 8 7', 'and the three digits on the back are [security code]'],
    ['my password is hunter2', 'my password is [password]'],
    ['My password is Blue!Monkey42. Please log me in', 'My password is [password]. Please log me in'],
    ['the password is blue monkey forty two so can you log in', 'the password is [password] so can you log in'],
    ['password: s3cret', 'password: [password]'],
    ['my pin is 4 3 2 1', 'my pin is [password]'],
    ['pin number four three two one please', 'pin number [password] please'],
    ['the verification code is 839201', 'the verification code is [password]'],
    ['gate code is 4417', 'gate code is [password]'],
    ['my social is 078-05-1120', 'my social is [national id]'],
    [
      'social security number is one two three four five six seven eight nine',
      'social security number is [national id]',
    ],
    ['my national insurance number is QQ 12 34 56 C', 'my national insurance number is [national id]'],
    ['my NI number is A B one two three four five six C', 'my NI number is [national id]'],
    ['GB82 WEST 1234 5698 7654 32 is my iban', '[account number] is my iban'],
    ['my iban is DE89370400440532013000', 'my iban is [account number]'],
    [
      'account number is 12345678 and the sort code is 20-00-00',
      'account number is [account number] and the sort code is [account number]',
    ],
    ['routing number 021000021', 'routing number [account number]'],
    ['my passport number is 533401234', 'my passport number is [national id]'],
  ])('%s: %s', (said, expected) => {
    expect(redacted(said).text).toBe(expected);
  });
});

describe('a text keeps', () => {
  it.each([
    'call me on 0161 496 0333',
    'my number is four one five five five five oh one two three',
    '+44 20 7946 0712 or 020 7946 0753',
    'on the 4th of March 2026 at 9:30',
    'order number 4471 2239 8810',
    'order 1234567890123456',
    'it was $4,111.50 and then 1,200',
    'my password is not working',
    "I forgot my password it's been reset",
    'my pin is wrong',
    'the pin code is 411001',
    'I pay by card is that ok',
    'I have a question about my account number',
    'policy number P 1 2 3 4 5',
    'flight BA 2490 at 18 20',
    'born 1984 06 03',
    'table for four at seven thirty for two hours on the twenty first',
  ])('%s', (said) => {
    expect(redacted(said)).toEqual({ text: said, redactions: {} });
  });
});

it('counts what it takes out, by kind', () => {
  expect(redacted('4242 4242 4242 4242, cvv 123, or 5555 5555 5555 4444')).toEqual({
    text: '[card number], cvv [security code], or [card number]',
    redactions: { 'card number': 2, 'security code': 1 },
  });
});

function turnsOf(...lines: readonly string[]): readonly string[] {
  return redactTurns(
    lines.map((line) => {
      const [, speaker = 'caller', text = ''] = /^(agent|caller): (.*)$/.exec(line) ?? [];
      return { speaker, text };
    }),
  ).turns.map(({ speaker, text }) => `${speaker}: ${text}`);
}

describe('over turns', () => {
  it('a card number that is read out in parts', () => {
    expect(
      turnsOf(
        'agent: Can I take the long number on the card please?',
        'caller: yes it is 4242 4242',
        'agent: Okay, go on.',
        'caller: four two four two',
        'agent: and the rest?',
        'caller: 4242',
        'agent: So that is 4242 4242 4242 4242.',
        'caller: yes',
        'agent: And the expiry date?',
        'caller: 09 27',
        'agent: And the three digits on the back?',
        'caller: um 123',
        'agent: What number can we call you on?',
        'caller: 0161 496 0333',
      ),
    ).toEqual([
      'agent: Can I take the long number on the card please?',
      'caller: yes it is [card number]',
      'agent: Okay, go on.',
      'caller: [card number]',
      'agent: and the rest?',
      'caller: [card number]',
      'agent: So that is [card number].',
      'caller: yes',
      'agent: And the expiry date?',
      'caller: 09 27',
      'agent: And the three digits on the back?',
      'caller: um [security code]',
      'agent: What number can we call you on?',
      'caller: 0161 496 0333',
    ]);
  });

  it.each<[string, string, string]>([
    ["What's your password?", 'hunter2', '[password]'],
    ["What's your password?", "it's blue monkey", "it's [password]"],
    ["What's your password?", "I don't remember", "I don't remember"],
    ['Can I have your PIN?', 'four three two one', '[password]'],
    ['And your social security number?', '078 05 1120', '[national id]'],
    ['And your account number?', 'one two three four five six seven eight', '[account number]'],
    ['What are the last four digits of your card?', '4242', '4242'],
    ['We will never ask for your password. What is your name?', 'Sarah', 'Sarah'],
    ['What is your date of birth?', '3 6 1984', '3 6 1984'],
    ['Did you get the security code? What time suits?', '930', '930'],
  ])('agent: %s caller: %s', (asked, said, kept) => {
    expect(turnsOf(`agent: ${asked}`, `caller: ${said}`)[1]).toBe(`caller: ${kept}`);
  });

  it('leaves turns as they are that have no secret', () => {
    const turns = [{ speaker: 'caller', text: 'hello', at: '2026-03-04T10:00:00.000Z' }];
    expect(redactTurns(turns).turns[0]).toBe(turns[0]);
  });
});

describe('in time proportional to the length:', () => {
  it.each([
    ['digits', '4'],
    ['digits apart', '4 2 '],
    ['groups', '4242 '],
    ['number words', 'four two '],
    ['cues', 'my password is '],
    ['cues with digits', 'card number 4242 '],
    ['letters and digits', 'GB82 WEST '],
    ['pins', 'pin 4321 '],
    ['signs', '.,;: '],
  ])('a million characters of %s', (_, piece) => {
    const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
    const startedAt = performance.now();
    redactTurns([
      { speaker: 'agent', text },
      { speaker: 'caller', text },
    ]);
    expect(performance.now() - startedAt).toBeLessThan(30_000);
  });
});
