// Patterns over a `TimeText` for times of day.

/** One time of day, its groups named with a suffix. */
const clockPattern = (suffix: string, isBareAllowed: boolean): string => {
  const hour = `(?<h${suffix}>0?[1-9]|1\\d|2[0-3])`;
  const half = `(?: (?<half${suffix}>am|pm))?`;
  const forms = [
    `(?<hh${suffix}>[01]?\\d|2[0-3]):(?<mm${suffix}>[0-5]\\d)(?: (?<mhalf${suffix}>am|pm))?`,
    `(?:a )?(?<past${suffix}>half|quarter|5|10|20|25)(?: minutes)? (?<way${suffix}>past|after|to|of|till|before) (?<ph${suffix}>1[0-2]|[1-9])(?: oclock)?(?: (?<phalf${suffix}>am|pm))?`,
    `half (?<british${suffix}>1[0-2]|[1-9])(?: (?<bhalf${suffix}>am|pm))?`,
    `(?:12 )?(?<noon${suffix}>noon|midday|midnight)`,
    `${hour} (?:(?<m${suffix}>[0-5]\\d)|hundred hours?)${half.replace('half', 'xhalf')}`,
    `${hour.replace('<h', '<oh')} (?:(?<oclock${suffix}>oclock|sharp|prompt|on the dot)(?: (?<ohalf${suffix}>am|pm))?|(?<shalf${suffix}>am|pm))`,
    `(?<joined${suffix}>(?:[1-9]|1[0-2])(?:00|15|30|45)) (?<jhalf${suffix}>am|pm|oclock|hours)`,
    ...(isBareAllowed ? [`(?<bare${suffix}>1[0-2]|[1-9])`] : []),
  ];
  return `(?:${forms.join('|')})(?: ?ish)?`;
};

const PART =
  '(?:,? ?in the (?<part>morning|afternoon|evening)|,? at (?<night>night)|(?: on)? (?:tomorrow |this )?(?<bare_part>morning|afternoon|evening|tonight))';
const BEFORE = '(?<=^| )';
const AFTER = '(?=$| )';
/** What makes the number before it no time of day. */
const NO_UNIT_AFTER =
  "(?! at (?:about |around )?\\d)(?! to(?: [.,!?]|$))(?! (?:minutes?|mins?|hours?|hrs?|days?|weeks?|fortnights?|months?|years?|seconds?|people|persons?|guests?|adults?|kids|children|child|of (?:us|them|you|those|these|the|my|our)|nights?|pounds?|dollars?|bucks|euros?|quid|rupees|cents?|pence|percent|%|£|\\$|€|hundred|thousand|million|times?|bed|beds|bedrooms?|rooms?|seats?|miles?|kilometres?|km|stops?|feet|foot|inch(?:es)?|square|doors?|cats?|dogs?|items?|cars?|tyres?|tires?|teeth|treatments?|sessions?|visits?|slots?|options?|copies|boxes|pieces|more|other|different|per|point|grand|k|o|double|treble|\\d{1,2})(?: |$)| (?:[a-z']+ ){0,2}(?:street|road|avenue|lane|drive|close|court|crescent|terrace|gardens|grove|boulevard|way|row|hill)(?: |$))";

/** Whether what follows a number lets it be a time of day: no unit, and no street. */
export const MAY_END_TIME = new RegExp(`^${NO_UNIT_AFTER}`);

/** A time of day that its form gives away: "nine thirty", "3 pm", "half four in the afternoon". */
export const AT_CLOCK = new RegExp(
  `${BEFORE}(?:(?:in the (?<lead>morning|afternoon|evening)|(?<lead_bare>morning|afternoon|evening))(?:,? (?:at|around|about|say))? )?${clockPattern('', false)}${AFTER}(?: ?${PART}${AFTER})?`,
  'g',
);
/** A number alone: "nine". */
export const BARE = new RegExp(
  `${BEFORE}(?:(?:in the (?<lead>morning|afternoon|evening)|(?<lead_bare>morning|afternoon|evening)),? (?:at|around|about) )?(?<bare>1[0-2]|[1-9])(?<ish> ish)?${AFTER}${NO_UNIT_AFTER}(?: ?${PART}${AFTER})?`,
  'g',
);
/** From one time to another: "between nine and one". */
export const RANGES = [
  new RegExp(
    `${BEFORE}(?:anywhere |any time |anytime |sometime )?(?:between|from) (?<from>${clockPattern('1', true)}) (?:in the (?<from_part>morning|afternoon|evening) )?(?:and|to|till|until|-) (?<to>${clockPattern('2', true)})${AFTER}(?! (?:weeks|days|people|years|nights|minutes))(?: ?${PART}${AFTER})?`,
    'g',
  ),
  new RegExp(
    `${BEFORE}(?<from>${clockPattern('1', true)}) (?:to|till|until|-) (?<to>${clockPattern('2', false)})${AFTER}(?: ?${PART}${AFTER})?`,
    'g',
  ),
  new RegExp(
    `${BEFORE}(?<from>${clockPattern('1', true)}) (?:to|till|until|-) (?<to>(?<bare2>1[0-2]|[1-9]))${AFTER}${NO_UNIT_AFTER}(?: ?${PART}${AFTER})?`,
    'g',
  ),
];
/** Words after which a number alone is a time. */
export const TIME_CUE =
  /(?:^| )(?:at|around|by|until|till|before|after|make it|about|from|say)(?: (?:about|around|like|say))?$/;
