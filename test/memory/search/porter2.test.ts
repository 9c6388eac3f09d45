import { describe, expect, test } from 'vitest';
import { porter2 } from '../../../src/memory/search/porter2.js';

// Words of the sample that the algorithm's authors publish with it (snowballstem.org/algorithms/english/stemmer.html), and of its text.
const PUBLISHED = `
  consign consign|consigned consign|consigning consign|consignment consign|consist consist|consisted consist|consistency consist
  consistent consist|consistently consist|consisting consist|consists consist|consolation consol|consolations consol|consolatory consolatori
  console consol|consoled consol|consoles consol|consolidate consolid|consolidated consolid|consolidating consolid|consoling consol
  consolingly consol|consols consol|consonant conson|consort consort|consorted consort|consorting consort|conspicuous conspicu
  conspicuously conspicu|conspiracy conspiraci|conspirator conspir|conspirators conspir|conspire conspir|conspired conspir
  conspiring conspir|constable constabl|constables constabl|constance constanc|constancy constanc|constant constant
  knack knack|knackeries knackeri|knacks knack|knag knag|knave knave|knaves knave|knavish knavish|kneaded knead|kneading knead
  knee knee|kneel kneel|kneeled kneel|kneeling kneel|kneels kneel|knees knee|knell knell|knelt knelt|knew knew|knick knick|knif knif
  knife knife|knight knight|knightly knight|knights knight|knit knit|knits knit|knitted knit|knitting knit|knives knive|knob knob
  knobs knob|knock knock|knocked knock|knocker knocker|knockers knocker|knocking knock|knocks knock|knopp knopp|knot knot|knots knot
  skis ski|skies sky|dying die|lying lie|tying tie|idly idl|gently gentl|ugly ugli|early earli|only onli|singly singl|sky sky|news news
  howe howe|atlas atlas|cosmos cosmos|bias bias|andes andes|inning inning|outing outing|canning canning|herring herring|earring earring
  proceed proceed|exceed exceed|succeed succeed|innings inning|succeeded succeed|generate generat|generic generic|communism communism
  arsenal arsenal|cries cri|ties tie|gas gas|this this|gaps gap|kiwis kiwi|luxuriated luxuri|hopping hop|hoping hope|hopes hope|by by|say say
  cry cri|adding add|agreed agre|feed feed|nationally nation|sensibly sensibl|rational ration|happiness happi|electricity electr
  formative format|adjustment adjust|replacement replac|adoption adopt|controlling control|rolled roll|youth youth|boyish boyish`;

describe('stems are those that the algorithm publishes', () => {
  const pairs = PUBLISHED.trim()
    .split(/[|\n]\s*/)
    .map((pair): [string, string] => pair.trim().split(' ') as [string, string]);

  test.each(pairs)('%s is %s', (word, stem) => {
    expect(porter2(word)).toBe(stem);
  });
});

test.each(['', 'a', 'ab', '1234', 'приветы', '東京', 'ß', '\ud800'])('%j is left as it is', (word) => {
  expect(porter2(word)).toBe(word);
});
