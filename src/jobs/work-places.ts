/** Where a job under way stands. */
export interface WorkPlace {
  /**
   * Waits for somebody who is not the database (a model, a webhook): meanwhile another job may have the place. Several at once are as one.
   *
   * @returns what the work returned, once there is a place again; rejects as the work does, then too
   */
  outside<Result>(work: () => Promise<Result>): Promise<Result>;
  /** The job is over, whatever its handler still does. */
  end(): void;
}

export interface WorkPlacesOptions {
  /** Jobs that work at once. */
  readonly working: number;
  /** Jobs that may wait outside besides. One more keeps its place while it waits. */
  readonly outside: number;
  /** Somebody left: another job may have begun. */
  readonly onFree: () => void;
}

/**
 * Lets so many jobs work at once, so that the database has few to serve beside those who are waiting for an answer, and lets those that wait
 * outside hold up nobody. Who comes back goes before whoever begins.
 */
export class WorkPlaces {
  readonly #options: WorkPlacesOptions;
  #working = 0;
  #outside = 0;
  /** For jobs that are being looked for. */
  #reserved = 0;
  readonly #returning: (() => void)[] = [];

  constructor(options: WorkPlacesOptions) {
    this.#options = options;
  }

  /**
   * Keeps what is free for jobs that are looked for now: until {@link release}, who comes back waits.
   *
   * @returns how many may begin
   */
  reserve(): number {
    this.#reserved = Math.max(this.#options.working - this.#working - this.#returning.length, 0);
    return this.#reserved;
  }

  /** Gives up the places that no job was found for. */
  release(): void {
    while (this.#reserved > 0) {
      this.#reserved -= 1;
      const next = this.#returning.shift();
      if (next === undefined) continue;
      this.#working += 1;
      next();
    }
  }

  /** Takes a place that was reserved. */
  begin(): WorkPlace {
    this.#reserved -= 1;
    this.#working += 1;
    let stands: 'working' | 'outside' | 'returning' | 'over' = 'working';
    let waits = 0;
    let comeBack: (() => void) | undefined;
    let isBack = Promise.resolve();

    const leave = (): void => {
      if (stands !== 'working' || this.#outside >= this.#options.outside) return;
      stands = 'outside';
      this.#outside += 1;
      this.#giveUpPlace();
    };
    const goBack = (): Promise<void> => {
      if (stands !== 'outside') return isBack;
      this.#outside -= 1;
      if (this.#working + this.#reserved < this.#options.working) {
        this.#working += 1;
        stands = 'working';
        return isBack;
      }
      stands = 'returning';
      isBack = new Promise<void>((resolve) => {
        comeBack = () => {
          if (stands === 'returning') stands = 'working';
          resolve();
        };
        this.#returning.push(comeBack);
      });
      return isBack;
    };

    return {
      outside: async (work) => {
        waits += 1;
        leave();
        try {
          return await work();
        } finally {
          waits -= 1;
          if (waits === 0) await goBack();
        }
      },
      end: () => {
        const stood = stands;
        stands = 'over';
        if (stood === 'working') this.#giveUpPlace();
        if (stood === 'outside') this.#outside -= 1;
        if (stood === 'returning' && comeBack !== undefined) {
          this.#returning.splice(this.#returning.indexOf(comeBack), 1);
          comeBack();
        }
      },
    };
  }

  /** To who waits longest to come back, or to a new job. */
  #giveUpPlace(): void {
    const next = this.#returning.shift();
    if (next !== undefined) {
      next();
      return;
    }
    this.#working -= 1;
    this.#options.onFree();
  }
}
