import { isSensitiveText } from '../sensitive-text.js';
import { holdsAt } from '../truth/current-facts.js';
import type { FactMemory } from '../truth/memory.js';
import type { CallerKnowledge, SummaryOptions } from './caller-summary.js';
import { datedValue } from './fact-text.js';

/** So long after it was due, or said, a promise is still worth a reminder. */
const OPEN_AFTER_DUE_DAYS = 14;
const OPEN_WITHOUT_DUE_DAYS = 45;
const DAY_MS = 86_400_000;

/** Of whom everybody has one or had: without a name it says nothing. */
const PARENTS = /^(?:mother|father|mum|mom|dad|parents?|grand(?:mother|father|parents?))$/;

/** What the caller does by calling again. */
const CALLS_BACK = /^(?:call|ring|phone)(?: (?:you|us))?(?:$| back(?=$| (?:with|about|to|once|when|by|and)\b))/;

/** Facts that hold now and may be told: no appointment that is over, no promise that is too old or was kept by a later call. */
export function toldFacts({ facts, episodes }: CallerKnowledge, options: SummaryOptions): readonly FactMemory[] {
  const { now, withholdSensitive } = options;
  const local = options.localTime(now);
  const lastCallAt = episodes[0]?.at;
  return facts.filter((fact) => {
    if (!holdsAt(fact, now)) return false;
    if (withholdSensitive && (fact.sensitive || isSensitiveText(`${fact.value} ${fact.statement}`))) return false;
    if (fact.pinned) return true;
    if (fact.predicate === 'appointment') return isAhead(fact, local);
    if (fact.predicate === 'open_item') return isOpen(fact, now, local) && !hasCalledBack(fact, lastCallAt);
    return fact.predicate !== 'family_member' || !PARENTS.test(fact.value);
  });
}

function isAhead({ value }: FactMemory, local: string): boolean {
  const start = datedValue(value)?.start;
  return start !== undefined && start >= local.slice(0, start.length);
}

function isOpen({ value, saidAt }: FactMemory, now: Date, local: string): boolean {
  const due = datedValue(value)?.start;
  const daysSince = (time: string): number => (now.getTime() - Date.parse(time)) / DAY_MS;
  if (due === undefined) return daysSince(saidAt) <= OPEN_WITHOUT_DUE_DAYS;
  return (Date.parse(local.slice(0, 10)) - Date.parse(due.slice(0, 10))) / DAY_MS <= OPEN_AFTER_DUE_DAYS;
}

/** Episodes carry the time at which their call began, and what is said in a call comes after it. */
function hasCalledBack({ value, promisedBy, saidAt }: FactMemory, lastCallAt: string | undefined): boolean {
  if (promisedBy !== 'caller' || lastCallAt === undefined) return false;
  return CALLS_BACK.test(datedValue(value)?.what ?? value) && lastCallAt > saidAt;
}
