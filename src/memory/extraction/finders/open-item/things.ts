/** What is sent, brought, paid and filled in after calls: the last word of its name. */
const HEADS = new Set(
  (
    'number numbers deposit balance invoice bill bills form forms letter quote quotation estimate payment money receipt receipts report photo photos photograph photographs charges ' +
    'picture pictures pics pic video videos document documents paperwork papers certificate policy contract agreement lease renewal tenancy key keys fob card cards ' +
    'passport licence license rego registration details list sheet sheets menu menus price prices pricing link code reference postcode ' +
    'proof statement statements payslip payslips stub stubs cheque check fee part parts prescription results result x-ray x-rays xray records file files sample ' +
    'samples schedule brochure catalogue chart plan plans voucher vouchers gift package parcel refund measurements dimensions invite invitation confirmation reminder ' +
    'label labels instructions directions proposal draft copy copies questionnaire application claim excess premium instalment rent arrears itinerary ' +
    'tickets ticket pass email e-mail text message note model serial log logbook manual warranty guarantee referral scan scans mandate alert alerts update updates ' +
    'offer spec specs specification summary portfolio cv reference references bond keycard remote parcel pack samples swatch swatches order cert terms floorplan ' +
    'password passwords drops reading readings headcount orders iban terms packet kit charger ' +
    'dates guest names drawings drawing design quotes authorisation authorization consent waiver slip permit booklet leaflet info information address'
  ).split(' '),
);

const DETERMINERS = new Set(
  "the a an your my our that this those these some any his her their its another both all one two three four five six thousand hundred y'all's ye".split(
    ' ',
  ),
);

/** Words that are no part of a thing's name. */
const STOPS = new Set(
  (
    'i you he she it we they me us him them is are was were be been am will would can could should shall have has had do does did get got give gave send sent ' +
    'need want like email text call ring post mail bring pay read see say said tell ask for to of in on at by with from about into over and or but so if when what ' +
    "where who how why not no yes yeah yep okay ok right well um uh er oh i'll we'll you'll it's that's there's i've you've owe owes still just also then now please " +
    "thanks out off up back here there as before after until till again i'm we're you're don't didn't isn't let put take which than have's actually maybe already " +
    "drop fill sign find use check change update under per make made keep spell spelled confirm there'll he'll she'll same"
  ).split(' '),
);

/** A thing that is spoken of, without its article. */
export interface Thing {
  readonly name: string;
  /** In the text, with its article. */
  readonly start: number;
  readonly end: number;
}

/** The things that a text names and that may be sent, brought or paid, in their order: "your refund letter" is `refund letter`. */
export function thingsIn(text: string): readonly Thing[] {
  const words = [...text.matchAll(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu)].map((match) => ({
    lower: match[0].toLowerCase().replaceAll('’', "'"),
    start: match.index,
    end: match.index + match[0].length,
  }));
  const isHead = (index: number): boolean => {
    const lower = words[index]?.lower.replace(/'s$/, '');
    if (lower === undefined || !HEADS.has(lower)) return false;
    // "Email" is a thing after an article alone.
    return !STOPS.has(words[index]!.lower) || DETERMINERS.has(words[index - 1]?.lower ?? '');
  };
  const isJoined = (left: number): boolean =>
    /^ +$/.test(text.slice(words[left]?.end ?? 0, words[left + 1]?.start ?? 0));
  // "Pay stub", "call sheet".
  const isCompound = (at: number): boolean =>
    /^pay (?:stubs?|slips?)$/.test(`${words[at]?.lower} ${words[at + 1]?.lower}`);
  const things: Thing[] = [];
  for (let index = 0; index < words.length; index += 1) {
    if (!isHead(index)) continue;
    let last = index;
    while (isHead(last + 1) && isJoined(last)) last += 1;
    let first = index;
    while (
      first > 0 &&
      index - first < 3 &&
      isJoined(first - 1) &&
      (!STOPS.has(words[first - 1]!.lower) || isCompound(first - 1)) &&
      !DETERMINERS.has(words[first - 1]!.lower)
    )
      first -= 1;
    const hasArticle = first > 0 && isJoined(first - 1) && DETERMINERS.has(words[first - 1]!.lower);
    const end = words[last]!.end - (/['’]s$/.test(words[last]!.lower) ? 2 : 0);
    things.push({
      name: text.slice(words[first]!.start, end),
      start: words[hasArticle ? first - 1 : first]!.start,
      end,
    });
    index = last;
  }
  return things;
}
