import type { Subject } from './case.js';
import { COMPARISON } from './comparison.js';
import { CONTAINMENT } from './containment.js';
import { EQUALITY } from './equality.js';
import { IS } from './is.js';
import { LISTS } from './lists.js';
import { ORDER, PAGING } from './order.js';
import { PATHS } from './paths.js';
import { PATTERNS } from './patterns.js';
import { DOCUMENTED, PLUS } from './plus.js';
import { QUANTIFIERS } from './quantifiers.js';
import { QUOTING } from './quoting.js';
import { SELECT } from './select.js';
import { TEXT_SEARCH } from './text-search.js';
import { TIMES } from './times.js';
import { TREES } from './trees.js';

/** Every case table, by subject. */
export const SUBJECTS: readonly Subject[] = [
  EQUALITY,
  COMPARISON,
  PATTERNS,
  LISTS,
  QUANTIFIERS,
  IS,
  CONTAINMENT,
  TEXT_SEARCH,
  TIMES,
  PATHS,
  TREES,
  QUOTING,
  DOCUMENTED,
  PLUS,
  ORDER,
  PAGING,
  SELECT,
];
