import type { StoredFact } from '../../store/caller-memory.js';
import { isHistory } from './draft-memory.js';
import { groupBy } from './group-by.js';
import type { FactMemory } from './memory.js';
import { fullerName, maySharePerson, type ReadName, readName } from './person-names.js';

type Person = FactMemory['person'];

const CALLER: Person = { kind: 'caller' };

/** Somebody else who speaks on the same telephone, by all the names that were heard. */
interface OtherSpeaker {
  name: string;
  readonly names: ReadName[];
}

/**
 * Says whom each saying is about.
 *
 * Whoever calls first by a name is the caller of a telephone (the operator's word goes before that). A conversation in which
 * somebody gives another first name is another person's: "I'm Tom, not Sarah". What Tom says about himself is Tom's, and does not
 * rename Sarah. Callers who were merged are one person by somebody's decision, whatever their names.
 *
 * @param rows in their order
 */
export function readPeople(rows: readonly StoredFact[]): (row: StoredFact) => Person {
  const others = new OtherSpeakers();
  const speakers = new Map<string, OtherSpeaker>();
  for (const ofCaller of groupBy(rows, ({ callerId }) => callerId).values()) {
    for (const [conversation, name] of otherSpeakersOf(ofCaller)) speakers.set(conversation, others.add(name));
  }
  return (row) => {
    if (row.about !== null && row.about !== '') return { kind: 'other', name: others.named(row.about) ?? row.about };
    const speaker = row.conversationId === null ? undefined : speakers.get(keyOf(row.callerId, row.conversationId));
    return speaker === undefined ? CALLER : { kind: 'other', name: speaker.name };
  };
}

/** The conversations of one telephone in which somebody else speaks, with that one's name. */
function otherSpeakersOf(rows: readonly StoredFact[]): readonly (readonly [conversation: string, name: string])[] {
  const names = rows.filter((row) => row.predicate === 'name' && (row.about ?? '') === '' && !isHistory(row));
  const own = new Map<string, ReadName>();
  const isOwn = (name: string): boolean => {
    const read = readName(name);
    return own.has(name) || [...own.values()].some((other) => maySharePerson(other, read));
  };
  for (const { conversationId, value } of names) if (conversationId === null) own.set(value, readName(value));
  const found: (readonly [string, string])[] = [];
  for (const said of groupBy(names, ({ conversationId }) => conversationId ?? '').values()) {
    // Corrected in the same call: the last one counts.
    const last = said.at(-1);
    if (last === undefined || last.conversationId === null) continue;
    const corrects = said.some(({ replaces }) => replaces !== null && isOwn(replaces));
    if (own.size === 0 || corrects || isOwn(last.value)) {
      if (own.size < COMPARED_MAX) own.set(last.value, readName(last.value));
    } else found.push([keyOf(last.callerId, last.conversationId), last.value]);
  }
  return found;
}

/** A telephone in a lobby has hundreds: of so many it is asked whether they are the same under another name. */
const COMPARED_MAX = 100;

class OtherSpeakers {
  readonly #all: OtherSpeaker[] = [];
  readonly #byName = new Map<string, OtherSpeaker>();
  readonly #named = new Map<string, string | undefined>();

  add(name: string): OtherSpeaker {
    const key = name.toLowerCase();
    const read = readName(name);
    const mayBe = ({ names }: OtherSpeaker): boolean => names.some((other) => maySharePerson(other, read));
    let speaker = this.#byName.get(key) ?? this.#all.slice(0, COMPARED_MAX).find(mayBe);
    if (speaker === undefined) {
      speaker = { name, names: [] };
      this.#all.push(speaker);
    }
    if (!this.#byName.has(key)) speaker.names.push(read);
    this.#byName.set(key, speaker);
    speaker.name = fullerName(speaker.name, name) ?? speaker.name;
    return speaker;
  }

  /** Under which name somebody of this name is known; undefined: they do not speak here. To be asked when all are there. */
  named(name: string): string | undefined {
    if (!this.#named.has(name)) {
      // "Tom" is Tom Berg; "Berg" alone may be anybody of the family.
      const read = readName(name);
      const mayBe = ({ names }: OtherSpeaker): boolean =>
        names.some((other) => other[0]?.word === read[0]?.word && maySharePerson(other, read));
      const found = this.#byName.get(name.toLowerCase()) ?? this.#all.slice(0, COMPARED_MAX).find(mayBe);
      this.#named.set(name, found?.name);
    }
    return this.#named.get(name);
  }
}

function keyOf(callerId: string, conversationId: string): string {
  return `${callerId} ${conversationId}`;
}
