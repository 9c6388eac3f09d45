/** An address or town that may be where the caller lives. */
export interface Place {
  readonly value: string;
  readonly turn: number;
  readonly start: number;
  readonly end: number;
  /** 3: said to be where the caller lives now; 2: the answer to a question for it; 1: said beside something else. */
  readonly weight: number;
}

/** People whose home may be spoken of in place of the caller's, for a pattern. */
export const RELATIVE =
  "(?:mum|mom|mummy|mommy|mama|mamma|mam|mother|dad|daddy|papa|father|parents?|folks|sister|brother|son|daughter|friend|wife|husband|partner|gran|nan|grandmother|grandma|granddad|grandad|grandpa|grandfather|grandson|granddaughter|neighbou?r|boss|boyfriend|girlfriend|in-laws?|aunt|auntie|uncle|cousin|niece|nephew|ex|landlord|mate|kids?|eldest|youngest)(?:'s|s'|s)?";
