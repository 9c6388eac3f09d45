import type { Entry } from './entry.js';
import { NONE } from './turn-order.js';

/** Bytes of a conversation that has documents. */
const GROUP_BYTES = 200;

/** The documents of each conversation as one long text: a number per conversation, and how long it is. */
export class ConversationGroups {
  readonly #numbers = new Map<string, number>();
  readonly #free: number[] = [];
  readonly #ofSlot: number[] = [];
  readonly #members: number[] = [];
  /** Terms per conversation; 0 for a number that is not in use. */
  readonly lengths: number[] = [];

  get count(): number {
    return this.#numbers.size;
  }

  get bytes(): number {
    return this.#numbers.size * GROUP_BYTES;
  }

  /** The number of a slot's conversation, or NONE. */
  of(slot: number): number {
    return this.#ofSlot[slot] ?? NONE;
  }

  add(slot: number, { document: { conversationId }, length }: Entry): void {
    this.#ofSlot[slot] = NONE;
    if (conversationId === undefined) return;
    let group = this.#numbers.get(conversationId);
    if (group === undefined) {
      group = this.#free.pop() ?? this.lengths.length;
      this.#numbers.set(conversationId, group);
      this.lengths[group] = 0;
      this.#members[group] = 0;
    }
    this.#ofSlot[slot] = group;
    this.lengths[group]! += length;
    this.#members[group]! += 1;
  }

  remove(slot: number, { document: { conversationId }, length }: Entry): void {
    const group = this.of(slot);
    if (conversationId === undefined || group === NONE) return;
    this.#ofSlot[slot] = NONE;
    this.lengths[group]! -= length;
    this.#members[group]! -= 1;
    if (this.#members[group]! > 0) return;
    this.#numbers.delete(conversationId);
    this.#free.push(group);
  }
}
