import { describe, expect, it } from 'vitest';
import { correctionIn, readAnswer } from '../../../src/memory/extraction/language/assent.js';

describe('what a turn says to the one before it', () => {
  it.each([
    ["yes that's right", 'yes'],
    ['yeah', 'yes'],
    ['um yeah perfect thank you', 'yes'],
    ["No, that's right.", 'yes'],
    ['no problem', 'yes'],
    ['speaking', 'yes'],
    ['Sounds good', 'yes'],
    ['that works for me', 'yes'],
    ['mm-hmm', 'yes'],
    ['Oh, brilliant', 'yes'],
    ["that'll do nicely", 'yes'],
    ['ok great', 'yes'],
    ['no', 'no'],
    ["no it's Zara with a Z", 'no'],
    ['nope', 'no'],
    ['not quite', 'no'],
    ["that's not right", 'no'],
    ["I'm not", 'no'],
    ['yes actually no', 'no'],
    ["yes but it's nine not five", 'partly'],
    ["sorry it's nine", 'partly'],
    ['I said nine', 'partly'],
    ['nine not five', 'neither'],
    ['right now I am in Leeds', 'neither'],
    ['Tuesday', 'neither'],
    ['my dog is ill', 'neither'],
    ['', 'neither'],
  ])('%s', (said, kind) => {
    expect(readAnswer(said).kind).toBe(kind);
  });

  it('keeps what is said after the answer, where it stands', () => {
    const said = "Um, yes, that's forty eight.";
    const answer = readAnswer(said);
    expect(answer.rest).toBe("that's forty eight.");
    expect(said.slice(answer.restStart)).toBe(answer.rest);
  });
});

describe('what a sentence corrects', () => {
  it.each([
    ["it's nine, not five", { right: 'nine', wrong: 'five' }],
    ["no it's nine not five", { right: 'nine', wrong: 'five' }],
    ["it's not five, it's nine", { right: 'nine', wrong: 'five' }],
    ["I'm Tom, not Sarah", { right: "I'm Tom", wrong: 'Sarah' }],
    ["No, it's nine.", { right: 'nine' }],
    ["sorry, that's Tuesday", { right: 'Tuesday' }],
    ['I need a cleaning', undefined],
  ])('%s', (said, correction) => {
    expect(correctionIn(said)).toEqual(correction);
  });
});
