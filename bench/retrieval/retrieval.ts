import { createProgress } from '../support/progress.js';
import type { Cell, Report, ReportTable, Target } from '../support/report.js';
import { median, percentile, rounded } from '../support/statistics.js';
import { type Measures, measure } from './measures.js';
import { reciprocalRankFusion } from './rank-fusion.js';
import { type LocomoConversation, readLocomo } from './read-locomo.js';
import { type Answered, indexTurns, newIndex, runQuestions, type Variant } from './run-questions.js';
import { stepsLeftOut, stepsUp, WORDS_ALONE } from './steps.js';

export interface RetrievalOptions {
  /** LoCoMo files. Their texts stay where they are: a report has figures only. */
  readonly paths: readonly string[];
  /** Also what each step brings. */
  readonly steps: boolean;
}

const CATEGORIES = ['multi-hop', 'temporal', 'open-domain', 'single-hop', 'adversarial'];

/** The conversations that weights were chosen on. All others only show whether they hold elsewhere. */
const CHOSEN_ON: ReadonlySet<string> = new Set(['conv-26', 'conv-41', 'conv-43']);

const PRODUCT: Variant = { name: 'the product' };
const WITHOUT_SPEAKER: Variant = { name: "without the speaker's name", settings: { speaker: 0 } };

const VARIANTS: readonly Variant[] = [
  { name: "BM25, the speaker's name as a word", settings: WORDS_ALONE, speakerInText: true },
  PRODUCT,
  WITHOUT_SPEAKER,
  { name: "without photos' captions", withoutCaptions: true },
  { name: 'the same signals, by reciprocal rank fusion', reorder: reciprocalRankFusion },
];

const MEASURE_COLUMNS = ['R@1', 'R@5', 'R@10', 'all@10', 'NDCG@10'];

const SPEED_DOCUMENTS = 5_000;
const SPEED_MS_MAX = 2;

/** The turns of LoCoMo that answer a question, found by the product's own search, one conversation at a time, both speakers' turns. */
export async function retrievalBenchmark({ paths, steps }: RetrievalOptions): Promise<Report> {
  const progress = createProgress('retrieval');
  const conversations = (await Promise.all(paths.map(readLocomo))).flat();
  const run = (variant: Variant): Answered[] => {
    progress.say(variant.name);
    return runQuestions(conversations, variant);
  };
  const answered = new Map(VARIANTS.map((variant) => [variant, run(variant)]));
  const product = answered.get(PRODUCT)!;
  const withoutSpeaker = answered.get(WITHOUT_SPEAKER)!;
  const stepTables = steps
    ? [
        splitTable('What each step brings, one after the other', stepsUp(), run),
        splitTable('The product without one step', stepsLeftOut(), run),
      ]
    : [];
  progress.say(`${SPEED_DOCUMENTS} documents`);
  const speed = measureSpeed(conversations);
  progress.clear();
  return {
    name: 'retrieval',
    title: "LoCoMo's questions to the product's own search, without a model: the turns that answer them.",
    settings: {
      conversations: conversations.map(({ id }) => id),
      weights_chosen_on: conversations.map(({ id }) => id).filter((id) => CHOSEN_ON.has(id)),
      turns: conversations.reduce((sum, { turns }) => sum + turns.length, 0),
    },
    tables: [
      categoryTable("With the speaker's name as a signal, percent", product),
      categoryTable("Without the speaker's name as a signal, percent", withoutSpeaker),
      splitTable('Ways to rank', VARIANTS, (variant) => answered.get(variant)!),
      ...stepTables,
      {
        title: 'Milliseconds per question',
        columns: ['index', 'documents', 'p50', 'p95'],
        rows: [
          ['a conversation', Math.round(mean(conversations.map(({ turns }) => turns.length))), ...times(product)],
          ['many conversations', SPEED_DOCUMENTS, ...times(speed)],
        ],
      },
    ],
    targets: targets(measure(headline(product)), measure(headline(withoutSpeaker)), median(speed.map(({ ms }) => ms))),
  };
}

function categoryTable(title: string, answered: readonly Answered[]): ReportTable {
  const rows = CATEGORIES.map((name, index) => {
    const answers = answered.map(({ answer }) => answer).filter(({ category }) => category === index + 1);
    return row(`${index + 1} ${name}`, measure(answers));
  });
  rows.splice(4, 0, row('1 to 4', measure(headline(answered))));
  return { title, columns: ['category', 'questions', ...MEASURE_COLUMNS], rows };
}

/** Categories 1 to 4, of all conversations, of those that weights were chosen on, and of the others. */
function splitTable(title: string, variants: readonly Variant[], run: (variant: Variant) => Answered[]): ReportTable {
  const short = (measures: Measures): Cell[] => [measures.recall5, measures.recall10, measures.ndcg10].map(percent);
  return {
    title: `${title}: categories 1 to 4, percent; "chosen" are the conversations that weights were chosen on, "others" the others`,
    columns: [
      ...['search', ...MEASURE_COLUMNS],
      ...['chosen R@5', 'chosen R@10', 'chosen NDCG@10', 'others R@5', 'others R@10', 'others NDCG@10'],
    ],
    rows: variants.map((variant) => {
      const answered = run(variant);
      const [name, , ...all] = row(variant.name, measure(headline(answered)));
      const isChosen = ({ conversation }: Answered): boolean => CHOSEN_ON.has(conversation);
      const chosen = measure(headline(answered.filter(isChosen)));
      const others = measure(headline(answered.filter((answer) => !isChosen(answer))));
      return [name as Cell, ...all, ...short(chosen), ...short(others)];
    }),
  };
}

/** All conversations in one index, again and again until it has 5,000 turns; the first round is not counted. */
function measureSpeed(conversations: readonly LocomoConversation[]): Answered[] {
  const index = newIndex(PRODUCT);
  for (let copy = 0; index.size < SPEED_DOCUMENTS; copy += 1) {
    for (const { id, turns } of conversations) {
      indexTurns(turns.slice(0, SPEED_DOCUMENTS - index.size), PRODUCT, `${copy}/${id}/`, index);
    }
  }
  const now = new Date(Math.max(...conversations.flatMap(({ turns }) => turns.map(({ at }) => Date.parse(at)))));
  const ask = (): Answered[] =>
    conversations.flatMap(({ id: conversation, questions }) =>
      questions.map(({ text, category, gold }) => {
        const startMs = performance.now();
        index.search({ text, now, limit: 10 });
        return { conversation, answer: { category, gold, found: [] }, ms: performance.now() - startMs };
      }),
    );
  ask();
  return ask();
}

function targets(product: Measures, withoutSpeaker: Measures, medianMs: number): Target[] {
  const atLeast = (what: string, value: number, least: number): Target => ({
    what: `${what}: at least ${least}`,
    found: percent(value) as number,
    met: value * 100 >= least,
  });
  return [
    atLeast('categories 1 to 4, R@5', product.recall5, 70),
    atLeast('categories 1 to 4, R@10', product.recall10, 80),
    atLeast('categories 1 to 4, NDCG@10', product.ndcg10, 62),
    atLeast("without the speaker's name, R@5", withoutSpeaker.recall5, 63.9),
    atLeast("without the speaker's name, R@10", withoutSpeaker.recall10, 72.9),
    atLeast("without the speaker's name, NDCG@10", withoutSpeaker.ndcg10, 54.4),
    {
      what: `a question to ${SPEED_DOCUMENTS} documents, median: under ${SPEED_MS_MAX} ms`,
      found: `${rounded(medianMs, 2)} ms`,
      met: medianMs < SPEED_MS_MAX,
    },
  ];
}

function headline(answered: readonly Answered[]) {
  return answered.map(({ answer }) => answer).filter(({ category }) => category <= 4);
}

function row(name: string, { questions, recall1, recall5, recall10, all10, ndcg10 }: Measures): Cell[] {
  return [name, questions, ...[recall1, recall5, recall10, all10, ndcg10].map(percent)];
}

function times(answered: readonly Answered[]): Cell[] {
  const ms = answered.map((answer) => answer.ms);
  return [rounded(median(ms), 3), rounded(percentile(ms, 95), 3)];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** `null` where there was no question. */
function percent(share: number): Cell {
  return Number.isNaN(share) ? null : rounded(share * 100, 1);
}
