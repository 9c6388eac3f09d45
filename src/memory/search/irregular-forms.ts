/** A base form, then the forms that no stemmer takes back to it; without `lives` and `leaves`, which are verbs more often. */
const FORMS =
  'go went gone goes|buy bought|see seen|eat ate eaten|take took taken|give gave given|make made|get gotten|come came|run ran|write wrote written|speak spoke spoken|begin began begun|drink drank drunk|drive drove driven|fly flew flown|grow grew grown|know knew known|meet met|pay paid|say said|sell sold|send sent|sing sang sung|sit sat|sleep slept|spend spent|stand stood|swim swam swum|teach taught|tell told|think thought|throw threw thrown|understand understood|wake woke woken|wear wore worn|win won|lose lost|feel felt|keep kept|leave left|hold held|hear heard|build built|bring brought|break broke broken|choose chose chosen|catch caught|fall fell fallen|fight fought|forget forgot forgotten|hide hid hidden|lead led|lend lent|mean meant|ride rode ridden|rise rose risen|ring rang rung|shake shook shaken|shoot shot|show shown|steal stole stolen|stick stuck|strike struck|sweep swept|swing swung|tear tore torn|become became|draw drew drawn|dream dreamt|light lit|learn learnt|burn burnt|bite bit bitten|blow blew blown|deal dealt|dig dug|feed fed|freeze froze frozen|hang hung|seek sought|shine shone|sink sank sunk|spin spun|spill spilt|find found|child children|woman women|man men|person people|tooth teeth|foot feet|mouse mice|wife wives|knife knives|shelf shelves|half halves|good better best|bad worse worst';

const BASE_FORMS: ReadonlyMap<string, string> = new Map(
  FORMS.split('|').flatMap((line) => {
    const [base = '', ...forms] = line.split(' ');
    return forms.map((form): [string, string] => [form, base]);
  }),
);

/** `go` for `went`; every other word as it is. */
export function baseForm(word: string): string {
  return BASE_FORMS.get(word) ?? word;
}
