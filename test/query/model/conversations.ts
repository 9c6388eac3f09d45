import fc from 'fast-check';
import type { Json } from './json.js';
import { metadataOf } from './stored.js';
import { IDS, INSTANTS, NAMES, ODD_KEYS, SCALARS } from './vocabulary.js';

/** A conversation as a test writes it down. */
export interface ModelConversation {
  /** What tests call it. */
  readonly label: string;
  /** UUID, lower case. */
  readonly id: string;
  readonly name: string | null;
  /** JSON text, exactly as it is handed to the database. */
  readonly metadata: string;
  /** The same, read. */
  readonly json: Json;
  /** ISO 8601 with milliseconds and `Z`. */
  readonly createdAt: string;
  readonly lastMessageAt: string;
}

/** A conversation without what follows from the rest. */
export function conversation(given: Omit<ModelConversation, 'json'>): ModelConversation {
  return { ...given, json: metadataOf(given.metadata) };
}

const scalar = fc.constantFrom(...SCALARS);

const array = fc
  .array(fc.oneof({ weight: 6, arbitrary: scalar }, fc.constantFrom('["vip"]', '[]', '{"k":"v"}', '"vip"', '"new"')), {
    maxLength: 4,
  })
  .map((items) => `[${items.join(', ')}]`);

const small = fc.oneof(
  { weight: 8, arbitrary: scalar },
  { weight: 2, arbitrary: array },
  { weight: 1, arbitrary: fc.constantFrom('{}', '{"k":"v"}', '{"k":5,"n":null}', '{"0":"zero"}', '[[5,"5"],["abc"]]') },
);

const phone = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('"+13128675309"', '"+15551234567"', '"sip:+1312@example.com"', '"abc"') },
  { weight: 2, arbitrary: small },
);

const assistant = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('"assistant-123"', '"assistant-456"', '"123"') },
  { weight: 1, arbitrary: small },
);

const profile = fc
  .record(
    {
      tier: fc.oneof(fc.constantFrom('"gold"', '"silver"', 'null'), scalar),
      visits: fc.constantFrom('3', '12', '"7"', '"many"', 'null', 'true'),
      nested: small.map((value) => `{"x": ${value}}`),
    },
    { requiredKeys: [] },
  )
  .map(objectText);

const items = fc
  .array(
    fc
      .record(
        { sku: fc.constantFrom('"A1"', '"B2"', '5'), qty: fc.constantFrom('1', '2', '"2"') },
        { requiredKeys: [] },
      )
      .map(objectText),
    { maxLength: 3 },
  )
  .map((elements) => `[${elements.join(',')}]`);

const metadata = fc
  .tuple(
    fc.record(
      {
        x: small,
        y: scalar,
        telnyx_end_user_target: phone,
        assistant_id: assistant,
        tags: fc.oneof({ weight: 5, arbitrary: array }, { weight: 1, arbitrary: scalar }),
        profile,
        items,
      },
      { requiredKeys: [] },
    ),
    fc.array(fc.tuple(fc.constantFrom(...ODD_KEYS), small), { maxLength: 4 }),
  )
  .map(([known, odd]) => objectText({ ...known, ...Object.fromEntries(odd) }));

/** JSON text of an object whose members are JSON texts. */
function objectText(members: { readonly [key: string]: string }): string {
  return `{${Object.entries(members)
    .map(([key, value]) => `${JSON.stringify(key)}:${value}`)
    .join(',')}}`;
}

/** Random conversations over the vocabulary, with many equal times, names and values. */
export function arbitraryConversations(size: number): fc.Arbitrary<readonly ModelConversation[]> {
  const instant = fc.constantFrom(...INSTANTS);
  const one = fc.record({ name: fc.constantFrom(...NAMES), metadata, createdAt: instant, lastMessageAt: instant });
  return fc
    .tuple(
      fc.array(one, { minLength: size, maxLength: size }),
      fc.shuffledSubarray([...IDS], { minLength: size, maxLength: size }),
    )
    .map(([all, ids]) =>
      all.map((each, index) => {
        const id = ids[index] as string;
        return conversation({ ...each, label: id, id });
      }),
    );
}
