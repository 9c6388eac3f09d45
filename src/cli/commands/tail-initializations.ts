import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '../../config.js';
import type { Api } from '../open-api.js';
import { queryString } from '../query-string.js';
import { initializationLine, type ListedInitialization } from '../show-initialization.js';
import { untilInterrupted } from '../until-interrupted.js';
import { withApi } from '../with-api.js';

export interface TailOptions {
  readonly follow: boolean;
  readonly lines: number;
  readonly workspace?: string;
  readonly json: boolean;
}

const POLL_MS = 1_000;

/** Records are written some time after they are made, by several servers perhaps: so far back each look goes. */
const OVERLAP_MS = 5_000;

/** As many as the API lists. */
const AT_ONCE = 1_000;

/** Shows the latest initializations, oldest first, and then those that come, until it is interrupted. */
export async function tailInitializationsCommand(options: TailOptions, config: Config): Promise<void> {
  await withApi(config, async (api) => {
    const print = (listed: ListedInitialization) =>
      console.log(options.json ? JSON.stringify(listed) : initializationLine(listed));
    const follower = createFollower(api, options.workspace);
    const latest = await follower.latest();
    const shown = options.lines === 0 ? [] : latest.slice(-options.lines);
    for (const listed of shown) print(listed);
    if (!options.follow) {
      if (latest.length === 0 && !options.json) console.error('No initialization is recorded.');
      return;
    }
    if (!api.isServer && config.databaseUrl === undefined) {
      console.error('No server runs on this data directory: nothing more will come (ringback serve).');
      return;
    }
    await untilInterrupted(async (signal) => {
      while (!signal.aborted) {
        await sleep(POLL_MS, undefined, { signal }).catch(() => {});
        if (signal.aborted) return;
        for (const listed of await follower.fresh()) print(listed);
      }
    });
  });
}

interface Follower {
  /** Up to a thousand, oldest first. */
  latest(): Promise<readonly ListedInitialization[]>;
  /** Those that nobody has seen yet, oldest first. */
  fresh(): Promise<readonly ListedInitialization[]>;
}

function createFollower(api: Api, workspace: string | undefined): Follower {
  const seen = new Map<string, string>();
  let newestAt = '';
  /** What is older was there before, and not shown. */
  let floor = '';

  async function page(parameters: Readonly<Record<string, string | undefined>>) {
    const query = queryString({ limit: String(AT_ONCE), workspace, ...parameters });
    const answer = await api.request('GET', `/v1/initializations${query}`);
    return answer as unknown as {
      readonly data: readonly ListedInitialization[];
      readonly meta: { readonly next_before: string | null };
    };
  }

  function see(listed: readonly ListedInitialization[]): void {
    for (const { id, recorded_at: at } of listed) {
      seen.set(id, at);
      if (at > newestAt) newestAt = at;
    }
    const end = since();
    if (end !== undefined) for (const [id, at] of seen) if (at < end) seen.delete(id);
  }

  function since(): string | undefined {
    return newestAt === '' ? undefined : new Date(Date.parse(newestAt) - OVERLAP_MS).toISOString();
  }

  return {
    async latest() {
      const { data, meta } = await page({});
      see(data);
      if (meta.next_before !== null) floor = meta.next_before;
      return data.toReversed();
    },
    async fresh() {
      const found: ListedInitialization[] = [];
      let before: string | undefined;
      do {
        const { data, meta } = await page({ since: since(), before });
        found.push(...data.filter(({ id }) => !seen.has(id) && id > floor));
        before = meta.next_before ?? undefined;
      } while (before !== undefined);
      see(found);
      return found.toReversed();
    },
  };
}
