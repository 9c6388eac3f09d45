import type { SelectItem } from '../ast.js';
import type { CheckedSelect } from '../checked-query.js';
import { COLUMNS } from '../fields.js';
import { shorten } from '../shorten.js';
import type { Checking } from './checking.js';
import { unstorableFault } from './storable-text.js';
import { columnTarget, targetOf } from './target.js';

/** Postgres has a limit on the columns of a statement. */
const ITEMS_MAX = 200;

/** The members of each answered object; those with a problem are left out and reported. */
export function checkSelect(items: readonly SelectItem[], checking: Checking): readonly CheckedSelect[] {
  const selection = new Selection(checking);
  for (const item of items) selection.add(item);
  return selection.checked;
}

/** Collects what is selected, each name once. */
class Selection {
  readonly checked: CheckedSelect[] = [];
  readonly #checking: Checking;
  readonly #names = new Set<string>();

  constructor(checking: Checking) {
    this.#checking = checking;
  }

  add(item: SelectItem): void {
    if (item.kind === 'all') {
      for (const column of COLUMNS) {
        // One name that is there already says enough of a "*".
        if (!this.#push({ name: column, target: columnTarget(column), as: 'json' }, item)) return;
      }
      return;
    }
    const target = targetOf(item.field, 'select', this.#checking);
    if (target === undefined) return;
    if (item.alias !== undefined) {
      this.#checking.countCharacters(item.alias.length, item.location);
      const refused = unstorableFault(item.alias);
      if (refused !== undefined) {
        this.#checking.reportFault(refused, item.alias, item.location);
        return;
      }
    }
    this.#push({ name: item.alias ?? defaultName(item.field), target, as: item.as }, item);
  }

  #push(select: CheckedSelect, { location }: SelectItem): boolean {
    if (this.#names.has(select.name)) {
      this.#checking.report({
        code: 'RQ207',
        message: `"${shorten(select.name)}" is selected twice.`,
        hint: `Give one of them another name: another_name:${shorten(select.name)}.`,
        location,
      });
      return false;
    }
    this.#names.add(select.name);
    this.checked.push(select);
    if (this.checked.length === ITEMS_MAX + 1) {
      this.#checking.report({
        code: 'RQ404',
        message: `select has at most ${ITEMS_MAX} fields.`,
        hint: 'Select metadata itself for all of its values.',
        location,
      });
    }
    return true;
  }
}

/** As PostgREST names a value: by the last key of its path, or by its column where the path has none. */
function defaultName({ column, path }: Extract<SelectItem, { kind: 'select' }>['field']): string {
  const last = path.findLast((step) => step.kind === 'key');
  return last?.kind === 'key' ? last.key : column;
}
