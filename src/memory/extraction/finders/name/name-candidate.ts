import type { SpokenName } from '../../names/read-name.js';

/** Something that the caller said, or agreed to, about the caller's own name. */
export interface NameCandidate {
  readonly name: string;
  /**
   * `self`: the name as it is; `surname`, `first-name`: one part of it; `short`: what the caller wants to be called, beside the name;
   * `booking`: what something is booked under, the caller's own name as long as nothing else says so.
   */
  readonly part: 'self' | 'surname' | 'first-name' | 'short' | 'booking';
  readonly turn: number;
  readonly start: number;
  readonly end: number;
  /** It takes the place of what was said or heard before. */
  readonly isCorrection: boolean;
  /** The caller has taken back what was said before: "Not Okafor, sorry, … I am Babatunde Salami". */
  readonly isRetraction?: boolean | undefined;
  /** It stands by itself, without words that say whose name it is. */
  readonly isAlone?: boolean | undefined;
}

const BUSINESS =
  /\b(?:plumbing|heating|dental|dentistry|insurance|services?|solutions|ltd|limited|inc|llc|plc|company|group|clinic|hotel|restaurant|solar|roofing|motors|garage|bank|realty|properties|logistics|systems|technologies|software|energy|electric|airlines|university|college|school|council|hospital|support|team|department|reception|pharmacy|studio|agency|partners|associates|consulting|security|media|marketing|foods|bakery|cafe|express|landscaping|landscapes|paving|construction|electrical|electrics|catering|cleaning|removals|transport|haulage|interiors|kitchens|builders|tiling|joinery|farms?|estates?|lettings|holdings|enterprises|industries|trading|corp|corporation|police|water|gas|railways?|mail|church|surgery|vets|salon|spa|schools?|academy|elementary|primary|nursery|freight|textiles|castings|supplies|supply|stores|lumber|timber|plastering|scaffolding|welding|coaches|taxis|cabs|council|trust|centre|center)$/i;

/** Whether what was read is a business, not a person. */
export function isBusinessName(spoken: SpokenName): boolean {
  return BUSINESS.test(spoken.name);
}
