/** Words directly in front of the name of the one whom the caller works for; the name has a capital. */
export const NAME_CUES: readonly RegExp[] = [
  /\b(?:my (?:current |new )?(?:employer|company|firm|workplace|work)(?:'s| is| is called|'s called))(?= )/g,
  /\b(?:calling|ringing|phoning|here) from work,/g,
  /\b(?:at|from) work\b[^.!?]{0,30}?\bthe (?:switchboard|reception|office|main desk) at\b/g,
  /\bi (?:just |recently |have |'ve )*joined\b/g,
  /\bhr at\b/g,
  /\bchanged (?:my )?jobs?\b[^.!?]{0,60}? to\b/g,
  /\bwhere i work(?: now)?,/g,
  /\b(?:presently|currently)(?: with| at| for)?(?= )/g,
  /\b(?:always|still) (?:at|with)\b(?=[^.!?]{2,40}\byes\b)/g,
];
export const LEFT =
  /\b(?:left|quit|retired from|laid off (?:from|by)|fired from|no longer (?:at|with|work(?:ing)? (?:at|for))|don't work (?:at|for)|finished (?:at|with)|not (?:at|with))\s+/g;
/** How names of businesses and institutions end. */
export const BUSINESS =
  /^(?:university|college|city|county|bank|church|ministry|institute|department|house) of \w|\b(?:electrical|electric|plumbing|logistics|ltd|limited|inc|llc|plc|services?|solutions|group|motors|systems|software|company|college|school|university|hospital|council|bank|foods|partners|associates|construction|consulting|properties|realty|insurance|energy|media|marketing|security|transport|technologies|studios?|agency|union|hotel|clinic|foundation|trust|academy|industries|engineering|roofing|catering|events|hire|farms?|health|airlines|brothers|sons|and co|co-op|co op|coop|theatre|records|freight|offshore|petroleum|fire|rescue|mail|raptors|public schools?|haulage|theater|plant|coffee|cafe|bakery|nails|rail|railways?|tiling|paving|primary|secondary|high|science|books?|printers?|print|press|dermatology|dental|analytics|labs?|laboratories|pharmacy|chemists?|tools|tyres|cabs|taxis|couriers|shipping|marine|stores?|supplies|supermarkets?|garage|flooring|roofers|builders|joinery|landscaping|gardens|interiors|medical|elementary|middle|barn|institute|centre|center|design|designs|architects|solicitors|law|legal|accountants|accounting|financial|finance|capital|credit|loans|motor|autos?|automotive|tech|digital|networks?|telecom|water|gas|power|oil|steel|mills?|works|manufacturing|packaging|plastics|chemicals|pharma|biotech|care|nursing|childcare|nursery|kindergarten|daycare|preschool|museum|library|church|seminary|ministries|authority|department|county|borough|railway|airways|cruises|travel|tours|hotels|resorts?|inn|pub|brewery|brewing|winery|kitchen|kitchens|grill|deli|diner|pizza|burgers|salon|barbers|beauty|spa|fitness|gym|sports|club|fc|post|times|news|radio|tv|guardian|herald|tribune|chronicle|publishing|productions|pictures|films|textiles|fabrics|castings|ceramics|furniture|aerospace|aviation|dynamics|robotics|instruments|scaffolding|plastering|carpentry|cleaning|welding|mechanical|contractors|contracting|holdings|enterprises|ventures|traders|trading|removals|storage|rentals|glazing|timber|lumber|hardware|metals|mining|minerals|cement|concrete|clothing|jewell?ers|cosmetics|trams|ferries|ferry|supply|distribution|wholesale|warehousing|foundry|refinery|shipyard|schools|orchestra|symphony|mission|embassy|consulate|savings|mutual|meats|general|infirmary|memorial)$/i;
