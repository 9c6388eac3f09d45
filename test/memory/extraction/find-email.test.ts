import { describe, expect, it } from 'vitest';
import { findEmail } from '../../../src/memory/extraction/finders/email/find-email.js';
import { callOf } from './call-of.js';

const emailIn = (lines: string): string | undefined => findEmail(callOf(lines))[0]?.value;

describe('e-mail addresses that are said', () => {
  it.each([
    ['sarah dot johnson at gmail dot com', 'sarah.johnson@gmail.com'],
    ['my email is sarah johnson at gmail dot com', 'sarahjohnson@gmail.com'],
    ["Sure, it's tom_baker@example.com.", 'tom_baker@example.com'],
    ['sian underscore hb at example dot co dot uk, all lower case', 'sian_hb@example.co.uk'],
    ["it's cvillanueva88 at example dot org now, all one word", 'cvillanueva88@example.org'],
    ['lns dot chennai seventy two at example dot com, seven two in numbers', 'lns.chennai72@example.com'],
    ["it's bud K 1 9 6 1 at example dot net. B U D K nineteen sixty one.", 'budk1961@example.net'],
    ["p vandermeer at example dot com. That's p as in Peter, V A N D E R M E E R.", 'pvandermeer@example.com'],
    ["It's martin dot ashworth, that's with a W O R T H, at example dot co dot uk", 'martin.ashworth@example.co.uk'],
    ["my email changed it's luis e 231 at example dot com now", 'luise231@example.com'],
    ['yeah send it to j dot smith at outlook dot com please', 'j.smith@outlook.com'],
    ['uh t o m dash b at yahoo dot co dot uk', 'tom-b@yahoo.co.uk'],
    ['anna hyphen lee at icloud dot com', 'anna-lee@icloud.com'],
    ['m a double t at example dot com', 'matt@example.com'],
    ['you can email me at jbaker nineteen eighty four at g mail dot com', 'jbaker1984@gmail.com'],
    ['b as in boy o b at example dot com', 'bob@example.com'],
    ['sarah s a r a h dot jones at example dot com', 'sarah.jones@example.com'],
    ['S-A-R-A-H at example.com', 'sarah@example.com'],
    ['it is me at tombaker dot com', 'me@tombaker.com'],
    ['priya oh seven at example dot in', 'priya07@example.in'],
    ['the best one is kev at fulton dash street dot org', 'kev@fulton-street.org'],
    ['sarah at fulton street dot com', 'sarah@fultonstreet.com'],
    ['sarah at sign example dot com', 'sarah@example.com'],
    ['My email is d.oneill@example.ie and my phone is 086', 'd.oneill@example.ie'],
    ["that's right, and email zara dot khan at example dot com, z a r a", 'zara.khan@example.com'],
    ['my old email was tom at example dot com', undefined],
    ["my wife's email is anna at example dot com", undefined],
    ['I am at home', undefined],
    ['see you at noon dot', undefined],
    ['meet me at the dot com building', undefined],
    ['his email is bob at example dot com', undefined],
  ])('%s', (said, email) => {
    expect(emailIn(said)).toBe(email);
  });
});

describe('e-mail addresses between two', () => {
  it.each([
    [
      "a: Is it still carolina dot v at example dot com? | c: No that's my old one. It's cvillanueva88 at example dot org now",
      'cvillanueva88@example.org',
    ],
    ['a: Is it still carolina dot v at example dot com? | c: yes', 'carolina.v@example.com'],
    ['a: you can write to orders at example dot com | c: orders at example dot com, got it', undefined],
    [
      'a: your email? | c: jon at example dot com | a: J O H N at example dot com, is that right? | c: yes',
      'john@example.com',
    ],
    [
      'a: your email? | c: bob dot d at example dot com | a: bob dot t at example dot com? | c: no, d not t',
      'bob.d@example.com',
    ],
    [
      "a: your email? | c: tom dot baker at example dot com | a: okay | c: sorry, it's underscore not dot",
      'tom_baker@example.com',
    ],
    [
      'a: email? | c: tom at example dot com | a: thanks | c: wait actually use tbaker at example dot com',
      'tbaker@example.com',
    ],
    ['a: We are info at example dot com | c: okay', undefined],
  ])('%s', (lines, email) => {
    expect(emailIn(lines)).toBe(email);
  });
});

describe('e-mail addresses in answers', () => {
  it.each([
    ['a: And your mail id? | c: t kurian fifty-nine at malabarnet dot in. T for Thomas.', 'tkurian59@malabarnet.in'],
    ["a: It's solveig at fjordlys dot no? | c: Yes, that's the right one.", 'solveig@fjordlys.no'],
    [
      'c: Copy to me also. harbhajan dot gill at the rate cantonment mail dot in. And a summary',
      'harbhajan.gill@cantonmentmail.in',
    ],
    [
      'c: No, that one got hacked. Use gracie, with I E, lim eighty eight, at lotusmail dot com.',
      'gracielim88@lotusmail.com',
    ],
    [
      "a: email? | c: r abernathy, that's A-B-E-R-N-A-T-H-Y, at harborpoint dash logistics dot com.",
      'rabernathy@harborpoint-logistics.com',
    ],
    [
      "c: I'm at the Oakland Zoo now, but use my personal, it's jkowalczyk ninety one at mailbird dot net",
      'jkowalczyk91@mailbird.net',
    ],
    [
      'a: email? | c: wen dot z at example dot net. No, sorry, not dot net, dot com. wen dot z at example dot com.',
      'wen.z@example.com',
    ],
    ['a: Still using the noor.alsayegh at rainmail address? | c: Yep, rainmail dot com.', 'noor.alsayegh@rainmail.com'],
    ["a: email? | c: yeah it's tom dot baker | a: at? | c: gmail dot com", 'tom.baker@gmail.com'],
    ['a: email? | c: tom dot baker at gmail | a: dot com? | c: yes', 'tom.baker@gmail.com'],
    ['a: your email? | c: j smith, that is j s m i t h, at outlook dot com', 'jsmith@outlook.com'],
    ['a: so p dash novak at example dot com | c: underscore, not dash', 'p_novak@example.com'],
    [
      'a: whom? | c: Me, always. P dot Thwaite at castelmora dot example. T-H-W-A-I-T-E.',
      'p.thwaite@castelmora.example',
    ],
    ['a: an address? | c: My granddaughter Eilidh has it, eilidh.g@example.org, send it there.', undefined],
  ])('%s', (lines, email) => {
    expect(emailIn(lines)).toBe(email);
  });
});
