import { describe, expect, it } from 'vitest';
import { findEmail } from '../../../src/memory/extraction/finders/email/find-email.js';
import { callOf } from './call-of.js';

const emailIn = (lines: string): string | undefined => findEmail(callOf(lines))[0]?.value;

describe('the first part said anew', () => {
  it.each([
    [
      'a: is it stephanie dot lowe at halden marsh dot example | c: no e on the end its l o w stephanie dot low',
      'stephanie.low@haldenmarsh.example',
    ],
    ['a: to gbains81 at example dot com? | c: G bains eighteen, not eighty-one.', 'gbains18@example.com'],
    [
      'a: sunita at sahyadri dot example? | c: Sunita dot D. The plain one is a colleague.',
      'sunita.d@sahyadri.example',
    ],
    [
      'a: is it gurpreet underscore d at rain dot example? | c: A hyphen. Gurpreet, hyphen, D.',
      'gurpreet-d@rain.example',
    ],
    ['a: ioana at frostmail dot example | c: ioana m at frostmail no dot between', 'ioanam@frostmail.example'],
    ['a: Still lorna.mackie@example.co.uk? | c: No, lorna dot m now. Same ending.', 'lorna.m@example.co.uk'],
    ['a: barb dot olson at example dot com | c: o l s e n', 'barb.olsen@example.com'],
    ['a: could you give me his email | c: yeah its ian at example dot com', undefined],
    [
      'a: A. Morrow at example dot F R? | c: Moreau, M, O, R, E, A, U. a dot moreau at example dot fr.',
      'a.moreau@example.fr',
    ],
    ['a: is it thomas dot w at example dot com | c: tomasz with a z dot w t o m a s z', 'tomasz.w@example.com'],
    ['a: v dot stone at example dot com | c: yep thats me', 'v.stone@example.com'],
    ['c: whats the email for complaints is it help at example dot com', undefined],
    ['a: ngozi at swiftpost dot example | c: ngozi dot o at swiftpost', 'ngozi.o@swiftpost.example'],
    ["a: b.adeyemi@inkwell.example? | c: Two Bs, so it's b b adeyemi at inkwell.", 'bbadeyemi@inkwell.example'],
    ['a: is it anna at example dot com? | c: No. My husband rings later.', undefined],
    ['a: is it anna at example dot com? | c: No, I never gave you one.', undefined],
    ['a: you can write to sales at example dot com | c: fine, sales then', undefined],
  ])('%s', (lines, email) => {
    expect(emailIn(lines)).toBe(email);
  });
});

describe('a yes in other words', () => {
  it.each([
    ["a: You're at jo.lindqvist@comcast.net? | c: You betcha.", 'jo.lindqvist@comcast.net'],
    ['a: Email to haruko.t at cedarmail dot example? | c: That one, yes.', 'haruko.t@cedarmail.example'],
    ['a: email ytanabe at maplepost dot example? | c: Email is right.', 'ytanabe@maplepost.example'],
    ['a: email still tom at example dot com? | c: That one bounces.', undefined],
  ])('%s', (lines, email) => {
    expect(emailIn(lines)).toBe(email);
  });
});

describe('where an address begins and ends', () => {
  it.each([
    ['a pringle 68, all together, at example dot co dot uk', 'apringle68@example.co.uk'],
    ['Take i aalto at example dot fi.', 'iaalto@example.fi'],
    ['You want frances at okellwhitby dot co dot uk.', 'frances@okellwhitby.co.uk'],
    ['its dash brenner all one word at fastmail dot com', 'dashbrenner@fastmail.com'],
    ["I don't carry one. F ashworth lane at aol dot com", 'fashworthlane@aol.com'],
    ['S-H-E-T-T-Y. vikram.shetty at dakmail dot example', 'vikram.shetty@dakmail.example'],
    ["beccathornbury, all one word, two c's in becca, at example dot com", 'beccathornbury@example.com'],
    ["loretta dot simms fifty-eight, that's the numbers five eight, at example dot com", 'loretta.simms58@example.com'],
    ['its the jas.k.gill one at proton dot me', 'jas.k.gill@proton.me'],
    ['F Siddiqui, F as in Frank, S-I-D-D-I-Q-U-I, at northmail dot example', 'fsiddiqui@northmail.example'],
    ['subir at tealeaf dot example. S-U-B-I-R, not S-U-B-E-E-R', 'subir@tealeaf.example'],
    ['w dot hart two the number two at example dot com', 'w.hart2@example.com'],
    ['hello at the ninth house dot co dot uk', 'hello@theninthhouse.co.uk'],
    ['hugo reyes with a dot in the middle at example dot com', 'hugo.reyes@example.com'],
    ['a: whats the email for your office manager | c: karen at brightline dot example', undefined],
    ['not only S. At outlook dot com', undefined],
    ['can you send it to me g pritchard 77 at gmail', 'gpritchard77@gmail.com'],
    ['email me, its cat.macinnes07 at gmail if you like', 'cat.macinnes07@gmail.com'],
    ['I have an interview at outlook on Monday', undefined],
    ["Can I give you my wife's email? Don't have one. It's rhonda at macisaac dot ca.", undefined],
    ['not the old email its m park reyes at example dot com now', 'mparkreyes@example.com'],
  ])('%s', (lines, email) => {
    expect(emailIn(lines)).toBe(email);
  });
});
