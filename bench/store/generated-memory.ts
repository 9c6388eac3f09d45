import { createRandom, type Random } from '../support/random.js';
import {
  callerNameOf,
  callerOf,
  type GeneratedConversation,
  SALTS,
  saltOf,
  TURN_MS,
} from './generated-conversation.js';
import { scramble, uuidOf } from './scramble.js';
import type { StorePlan } from './store-plan.js';
import { AGENT_LINES, ALLERGIES, CALLER_LINES, CITIES, DAYS, PETS, PREFERENCES, THINGS } from './words.js';

export interface GeneratedTurn {
  readonly id: string;
  readonly role: 'user' | 'assistant';
  readonly text: string;
  readonly sentAtMs: number;
}

export interface GeneratedFact {
  readonly id: string;
  readonly predicate: string;
  readonly value: string;
  readonly statement: string;
  readonly sensitive: boolean;
}

/** More turns no conversation has: with it, a turn has a number among all of a store. */
const TURNS_MAX = 16;
const FACTS_MAX = 8;

/** Whether everything of this caller was kept and learned from. */
export function isRemembered({ rememberedEvery }: StorePlan, caller: number): boolean {
  return caller % rememberedEvery === 0;
}

/** The numbers of the conversations that have turns, oldest first. */
export function* rememberedConversations(plan: StorePlan): Iterable<number> {
  for (let number = 0; number < plan.conversations; number += 1) {
    if (isRemembered(plan, callerOf(plan, number))) yield number;
  }
}

/** What was said, in turns: the agent begins. */
export function turnsOf({ seed }: StorePlan, conversation: GeneratedConversation): readonly GeneratedTurn[] {
  const { number, caller, turns, createdAtMs } = conversation;
  const random = createRandom(scramble(number, saltOf(seed, SALTS.message)));
  return Array.from({ length: turns }, (_, index) => {
    const role = index % 2 === 0 ? 'assistant' : 'user';
    const line = random.pick<string>(role === 'user' ? CALLER_LINES : AGENT_LINES);
    return {
      id: uuidOf(number * TURNS_MAX + index, saltOf(seed, SALTS.message)),
      role,
      text: filledIn(line, caller, random),
      sentAtMs: createdAtMs + (index + 1) * TURN_MS,
    };
  });
}

/** What was learned from a conversation: the caller's name, where they live, and one to three other things. */
export function factsOf({ seed }: StorePlan, { number, caller }: GeneratedConversation): readonly GeneratedFact[] {
  const random = createRandom(scramble(number, saltOf(seed, SALTS.fact)));
  const others = [
    ['prefers', random.pick(PREFERENCES)],
    ['allergy', ALLERGIES[caller % ALLERGIES.length] as string],
    ['pet', PETS[caller % PETS.length] as string],
  ] as const;
  const learned = [
    ['name', callerNameOf(caller)],
    // They move now and then: what was true is replaced.
    ['city', CITIES[(caller + (random.below(10) === 0 ? 1 : 0)) % CITIES.length] as string],
    ...others.slice(0, 1 + random.below(others.length)),
  ] as const;
  return learned.map(([predicate, value], index) => ({
    id: uuidOf(number * FACTS_MAX + index, saltOf(seed, SALTS.fact)),
    predicate,
    value,
    statement: `${predicate} ${value}`,
    sensitive: predicate === 'allergy',
  }));
}

function filledIn(line: string, caller: number, random: Random): string {
  return line.replace(/\{(\w+)\}/g, (_, blank: string) => {
    switch (blank) {
      case 'name':
        return callerNameOf(caller);
      case 'city':
        return CITIES[caller % CITIES.length] as string;
      case 'pet':
        return PETS[caller % PETS.length] as string;
      case 'allergy':
        return ALLERGIES[caller % ALLERGIES.length] as string;
      case 'day':
        return random.pick(DAYS);
      case 'thing':
        return random.pick(THINGS);
      case 'preference':
        return random.pick(PREFERENCES);
      default:
        return `${100 + random.below(900)}`;
    }
  });
}
