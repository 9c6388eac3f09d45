/** "penicillin, latex and, um, nuts especially peanuts" as its items. */
export function itemsOf(phrase: string): readonly string[] {
  return phrase
    .split(
      /\s*,\s*(?:and |or )?|\s+(?:and|or|&|plus|especially|mainly|particularly|mostly|including|such as|as well as|also)\s+/,
    )
    .map((item) =>
      item
        .replace(
          /^(?:(?:to|also|especially|mainly|mostly|particularly|bit of|touch of|all|any|all kinds of|all types of|most|certain|some|things like|stuff like|anything with|anything that has|a bit of|the|a|an|my|um+|uh+|er+m?|like|basically|just|only|well|both|eating|taking|being around|actually|probably|maybe|i think|it's|its|that's|yes|yeah|yep|is|are|oh|tree(?= nuts and))\s+)+/,
          '',
        )
        .replace(
          /\s+(?:and (?:that|all that|things|such|stuff|so on)|and stuff like that|things?|stuff|in particular|(?:the )?(?:both|pair|two|lot) of (?:them|it)|the lot|both|mainly|mostly|especially|really badly|badly|severely|quite badly|as far as i know|that i know of|i think|i believe|i'm afraid|actually|only|that's it|that's all|though|please|by the way|of any kind|itself|too|as well|i am|i'm|sir|madam|ma'am|you know|unfortunately|ha ?ha|lol|of course)$/g,
          '',
        )
        .trim(),
    )
    .filter((item) => item !== '');
}
