import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Query } from '../../../src/query/ast.js';
import { check } from '../../../src/query/check/check.js';
import { type CompiledQuery, createCompiler } from '../../../src/query/compile/compile.js';
import { print } from '../../../src/query/print.js';
import { listConversations } from '../../../src/store/conversations.js';
import type { Database } from '../../../src/store/database.js';
import { describeOnBothDatabases, makeWorkspace } from '../../support/databases.js';
import { arbitraryQuery } from './arbitrary-query.js';
import { arbitraryConversations, type ModelConversation } from './conversations.js';
import { DATASET } from './dataset.js';
import { type Answer, evaluate, filterTruth, matching } from './evaluate.js';
import { frozen } from './frozen.js';
import { seedOfRun } from './seed.js';
import { smallestFailing } from './smaller.js';
import { storeConversations } from './store-conversations.js';
import { NOW } from './vocabulary.js';

const QUERIES = 10_000;
const QUERIES_PER_SET = 250;
const CONVERSATIONS_PER_SET = 60;
const CONNECTIONS = 8;
const SEED = seedOfRun();

/** One query, asked of one set of conversations; on half of them one conversation is the one that is going on. */
interface Question {
  readonly query: Query;
  readonly conversations: readonly ModelConversation[];
  readonly workspaceId: number;
  readonly excluded?: ModelConversation | undefined;
}

describeOnBothDatabases('random queries over random conversations', (database) => {
  it(`find what the evaluator finds (${QUERIES} of them)`, { timeout: 300_000 }, async () => {
    const compiler = createCompiler();
    const compileQuestion = ({ query, workspaceId, excluded }: Question): CompiledQuery => {
      const scope = { workspaceId, now: NOW };
      return compiler.compile(
        frozen(check(frozen(query))),
        excluded === undefined ? scope : { ...scope, excludeConversationId: excluded.id },
      );
    };
    let telling = 0;
    for (let set = 0; set < QUERIES / QUERIES_PER_SET; set++) {
      const seed = SEED + set;
      const conversations = set === 0 ? DATASET : randomConversations(seed);
      const workspaceId = (await makeWorkspace(database())).id;
      await storeConversations(database(), workspaceId, conversations);
      const queries = fc.sample(arbitraryQuery, { seed, numRuns: QUERIES_PER_SET });
      await atATime(CONNECTIONS, queries, async (query, index) => {
        const excluded = index % 2 === 0 ? undefined : conversations[index % conversations.length];
        const question: Question = { query, conversations, workspaceId, excluded };
        if (tellsSomething(question)) telling++;
        const answered = await asked(database(), question, compileQuestion);
        if (isDeepStrictEqual(answered, expected(question))) return;
        expect.fail(await report(database(), question, answered, compileQuestion));
      });
    }
    // Queries that find nothing or everything tell little.
    expect(telling).toBeGreaterThan(QUERIES / 3);
  });
});

/** Works on all, so many at a time as the database has connections: more would wait for one, and not for ever. */
async function atATime<T>(
  limit: number,
  all: readonly T[],
  work: (one: T, index: number) => Promise<void>,
): Promise<void> {
  const entries = all.entries();
  const worker = async () => {
    for (const [index, one] of entries) await work(one, index);
  };
  await Promise.all(Array.from({ length: limit }, worker));
}

function randomConversations(seed: number): readonly ModelConversation[] {
  return fc.sample(arbitraryConversations(CONVERSATIONS_PER_SET), { seed, numRuns: 1 })[0] ?? [];
}

function present({ conversations, excluded }: Question): readonly ModelConversation[] {
  return conversations.filter((conversation) => conversation !== excluded);
}

function expected(question: Question): readonly Answer[] {
  return evaluate(question.query, present(question), NOW);
}

/** What the database answers, or the error it fails with, which no query may bring about. */
async function asked(
  database: Database,
  question: Question,
  compileQuestion: (question: Question) => CompiledQuery,
): Promise<readonly Answer[] | Error> {
  try {
    return (await listConversations(database, compileQuestion(question))) as readonly Answer[];
  } catch (error) {
    return error as Error;
  }
}

function tellsSomething({ query, conversations }: Question): boolean {
  const found = matching({ kind: 'query', where: query.where }, conversations, NOW).length;
  return (
    found > 0 && conversations.some((each) => query.where.some((filter) => filterTruth(filter, each, NOW) !== true))
  );
}

/** The failure, made as small as it gets: what was asked, what was answered, and the conversation that differs. */
async function report(
  database: Database,
  question: Question,
  firstAnswer: readonly Answer[] | Error,
  compileQuestion: (question: Question) => CompiledQuery,
): Promise<string> {
  const query = await smallestFailing(question.query, async (smaller) => {
    const again = { ...question, query: smaller };
    return !isDeepStrictEqual(await asked(database, again, compileQuestion), expected(again));
  });
  const least = { ...question, query };
  const answered = await asked(database, least, compileQuestion);
  const { sql, bindings } = compileQuestion(least);
  return [
    `The database and the evaluator differ (MODEL_SEED=${SEED}).`,
    `query:     ${print(query)}`,
    `of:        ${print(question.query)}`,
    `SQL:       ${sql}`,
    `bindings:  ${JSON.stringify(bindings)}`,
    ...(answered instanceof Error ? [`failed:    ${answered.stack}`] : differences(least, answered)),
    ...(firstAnswer instanceof Error ? [`at first:  ${firstAnswer.stack}`] : []),
  ].join('\n');
}

function differences(question: Question, answered: readonly Answer[]): readonly string[] {
  const { query } = question;
  const wanted = expected(question);
  const row = wanted.findIndex((each, index) => !isDeepStrictEqual(each, answered[index]));
  const at = row < 0 ? wanted.length : row;
  const ids = (rows: readonly Answer[]) => rows.map((each) => String(each.id)).join(' ');
  const concerned = [wanted[at]?.id, answered[at]?.id];
  return [
    `row ${at}: expected ${JSON.stringify(wanted[at])}, answered ${JSON.stringify(answered[at])}`,
    `expected ids: ${ids(wanted)}`,
    `answered ids: ${ids(answered)}`,
    ...present(question)
      .filter(({ id }) => concerned.includes(id))
      .map((each) => {
        const truths = query.where.map(
          (filter) => `${print({ kind: 'query', where: [filter] })} is ${filterTruth(filter, each, NOW)}`,
        );
        return `${each.id}: name ${JSON.stringify(each.name)}, metadata ${each.metadata}; ${truths.join('; ')}`;
      }),
  ];
}
