import type { Entity, ExtractedFact } from './extraction.js';

/** The persons, animals, businesses and places that facts name: relatives and pets by name, the employer, the city. */
export function entitiesOf(facts: readonly ExtractedFact[]): readonly Entity[] {
  const entities = new Map<string, Entity>();
  for (const fact of facts) {
    for (const entity of entitiesIn(fact)) {
      const key = `${entity.kind} ${entity.name.toLowerCase()}`;
      if (!entities.has(key)) entities.set(key, entity);
    }
  }
  return [...entities.values()];
}

function entitiesIn({ predicate, value, about }: ExtractedFact): readonly Entity[] {
  const others = about === undefined ? [] : named('person', about);
  if (predicate === 'family_member') return [...others, ...named('person', value)];
  if (predicate === 'pet') return [...others, ...named('pet', value)];
  if (about !== undefined) return others;
  if (predicate === 'employer') return [{ kind: 'organization', name: value, relation: 'employer' }];
  if (predicate === 'city') return [{ kind: 'place', name: value, relation: 'home' }];
  return [];
}

/** "daughter Emma": the relation in lower case, then the name. Without a name there is nothing to know it by. */
function named(kind: 'person' | 'pet', value: string): readonly Entity[] {
  const [, relation = '', name = ''] = /^((?:\p{Ll}[\p{L}-]*\s+)*)(\p{Lu}.*)$/u.exec(value.trim()) ?? [];
  if (name === '') return [];
  return [relation === '' ? { kind, name } : { kind, name, relation: relation.trim() }];
}
