import type { EmbeddingModel } from '../../models/embedding-model.js';
import { readCallerTurns } from '../../store/caller-memory.js';
import type { Database } from '../../store/database.js';
import { readVectors } from '../../store/embeddings.js';
import { addRecalls } from '../../store/recall-counts.js';
import { createIndexReaders, type IndexReaders } from '../search/search-index.js';
import { createQuestionVectors } from '../vectors/question-vectors.js';
import { storedVectors } from '../vectors/stored-vectors.js';
import type {
  CallerMemories,
  CallerScope,
  MemorySearchAnswer,
  MemorySearchRequest,
  RecalledCaller,
  RecallRequest,
} from './caller-memories.js';
import { contextBlock } from './context-block.js';
import { inTime } from './in-time.js';
import { createKeptSummaries } from './kept-summaries.js';
import { createLoadedCallers } from './loaded-callers.js';
import { createRecallCounter } from './recall-counter.js';
import { searchCaller } from './search-caller.js';
import { createLocalTime, type LocalTime } from './spoken-dates.js';
import type { IndexSources, WarmCaller } from './warm-caller.js';
import type { WarmCallersOptions } from './warm-callers.js';
import { createWorkSlices } from './work-slices.js';

export interface CallerMemoriesOptions extends Omit<WarmCallersOptions, 'bytesMax'> {
  readonly database: Pick<Database, 'run'>;
  /** For what is looked up of callers. Absent: the database. */
  readonly reads?: Pick<Database, 'run'> | undefined;
  /** The wall clock: what "tomorrow" is counted from. */
  readonly now: () => Date;
  /** Of what could not be read or written. At most once in some seconds. */
  readonly report: (error: unknown) => void;
  /** Finds by meaning, too. Absent: by words alone. */
  readonly embedding?: EmbeddingModel | undefined;
  /** Of everything that is kept (256 MB). */
  readonly bytesMax?: number | undefined;
}

/** To be started with the server, and stopped before the database is closed. */
export interface RunningCallerMemories extends CallerMemories {
  start(): void;
  /** Writes down what was counted. */
  stop(): Promise<void>;
}

const BYTES_MAX = 256 * 1024 * 1024;

const WRITE_MS = 5_000;
const WARM_MS = 8_000;

/** Of a search's time, for the vector of its question: without it words have to do. */
const QUESTION_SHARE = 0.6;

const SWEEP_EVERY_MS = 10_000;
const REPORT_EVERY_MS = 5_000;

/** Of a block's profile lane. */
const PROFILE_CHARACTERS_MAX = 700;
const TIME_ZONES_MAX = 100;

/** What is made once for a time zone. */
interface TimeZone {
  readonly localTime: LocalTime;
  readonly readers: IndexReaders;
}

const NOTHING: Pick<RecalledCaller, 'name' | 'summary' | 'lines' | 'facts'> = {
  name: '',
  summary: '',
  lines: [],
  facts: {},
};

/** What is known of callers, from the database, kept warm in this process. */
export function createCallerMemories(options: CallerMemoriesOptions): RunningCallerMemories {
  const { database, reads = database, now, embedding, bytesMax = BYTES_MAX } = options;
  const report = seldom(options.report);
  const callers = createLoadedCallers({ ...options, database: reads, bytesMax, report });
  const counter = createRecallCounter({
    write: (workspaceId, recalls) => addRecalls(database, workspaceId, recalls, { timeoutMs: WRITE_MS }),
    report,
  });
  const questions = embedding && createQuestionVectors(embedding, report);
  const zones = new Map<string, TimeZone>();
  const summarize = createKeptSummaries();
  const pause = createWorkSlices();
  let sweeper: NodeJS.Timeout | undefined;

  const sources = (caller: WarmCaller, { readers }: TimeZone): IndexSources => ({
    readers,
    pause,
    ...(embedding === undefined
      ? {}
      : {
          vectors: async ({ callerIds }) =>
            storedVectors(
              await callers.bounded(caller.workspaceId, (timeoutMs) =>
                readVectors(reads, caller.workspaceId, callerIds, embedding.name, { timeoutMs }),
              ),
            ),
        }),
    turns: ({ callerIds }) =>
      callers.bounded(caller.workspaceId, (timeoutMs) =>
        readCallerTurns(reads, caller.workspaceId, callerIds, { timeoutMs }),
      ),
  });

  function zoneOf(timeZone: string): TimeZone {
    let zone = zones.get(timeZone);
    if (zone === undefined) {
      zone = { localTime: createLocalTime(timeZone), readers: createIndexReaders(timeZone) };
      if (zones.size >= TIME_ZONES_MAX) zones.clear();
      zones.set(timeZone, zone);
    }
    return zone;
  }

  function indexOf(caller: WarmCaller, { agentId, timeZone }: CallerScope) {
    const pending = caller.index(agentId, timeZone, sources(caller, zoneOf(timeZone)));
    if (!pending.isReady) pending.ready.then(() => callers.weigh(caller), report);
    return pending;
  }

  async function recall(request: RecallRequest): Promise<RecalledCaller> {
    const endMs = performance.now() + request.timeoutMs;
    if (isNobody(request)) return { status: 'unidentified', ...NOTHING };
    const found = await callers.get(request, endMs);
    if (found.status !== 'found') return { status: found.status, ...NOTHING };
    const { caller } = found;
    const { knowledge } = caller.view(request.agentId);
    const { facts, episodes, patterns } = knowledge;
    // They called, and nothing was learned of it; or another agent heard it.
    if (facts.length + episodes.length + patterns.length === 0) {
      return { status: 'new', callerId: caller.callerId, ...NOTHING };
    }
    const { factIds, ...told } = summarize(knowledge, {
      now: now(),
      localTime: zoneOf(request.timeZone).localTime,
      charactersMax: request.charactersMax,
      withholdSensitive: request.withholdSensitive,
    });
    counter.note(request.workspaceId, factIds, now());
    const identity = request.identities.find(({ kind, value }) =>
      caller.identities.some((own) => own.kind === kind && own.value === value),
    );
    return { status: 'known', callerId: caller.callerId, identity, ...told };
  }

  async function search(request: MemorySearchRequest): Promise<MemorySearchAnswer> {
    const endMs = performance.now() + request.timeoutMs;
    if (isNobody(request)) return { hits: [], contextText: '', complete: true };
    const found = await callers.get(request, endMs);
    if (found.status !== 'found') return { hits: [], contextText: '', complete: found.status === 'new' };
    const { caller } = found;
    const pending = indexOf(caller, request);
    const asking = questions?.of(request.query, (endMs - performance.now()) * QUESTION_SHARE);
    // What is on its way can be found as far as it is there.
    const isReady = pending.isReady || (await inTime(pending.ready, endMs - performance.now())).status === 'ready';
    const view = caller.view(request.agentId);
    const { localTime, readers } = zoneOf(request.timeZone);
    const vector = await asking;
    const hits = await searchCaller(request, { view, index: pending.index, readers, now: now(), localTime, vector });
    const { withholdSensitive } = request;
    const profile = { now: now(), localTime, withholdSensitive, charactersMax: PROFILE_CHARACTERS_MAX };
    const lines = hits.length === 0 ? [] : summarize(view.knowledge, profile).lines;
    const factIds = hits.flatMap(({ kind, id }) => (kind === 'fact' ? [id] : []));
    counter.note(request.workspaceId, factIds, now());
    return {
      hits,
      contextText: contextBlock(hits, { lines, now: now(), localTime }),
      complete: isReady && !found.isStale,
    };
  }

  async function warm(scope: CallerScope): Promise<void> {
    if (isNobody(scope)) return;
    const found = await callers.get(scope, performance.now() + WARM_MS);
    if (found.status === 'found') await indexOf(found.caller, scope).ready;
  }

  return {
    recall: (request) =>
      recall(request).catch((error) => {
        report(error);
        return { status: 'late', ...NOTHING };
      }),
    search: (request) =>
      search(request).catch((error) => {
        report(error);
        return { hits: [], contextText: '', complete: false };
      }),
    warm: (scope) => void warm(scope).catch(report),
    forget: (change) => callers.forget(change),
    get size() {
      return callers.size;
    },
    start() {
      counter.start();
      sweeper ??= setInterval(() => callers.forgetIdle(), SWEEP_EVERY_MS);
      sweeper.unref();
    },
    async stop() {
      clearInterval(sweeper);
      sweeper = undefined;
      await counter.stop();
    },
  };
}

function isNobody({ identities, callerId }: CallerScope): boolean {
  return identities.length === 0 && callerId === undefined;
}

/** A database that is away fails for every call that begins: said once in a while. */
function seldom(report: (error: unknown) => void): (error: unknown) => void {
  let nextMs = 0;
  return (error) => {
    if (performance.now() < nextMs) return;
    nextMs = performance.now() + REPORT_EVERY_MS;
    report(error);
  };
}
