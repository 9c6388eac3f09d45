import type { Config } from '../config.js';

/** The environment, with the options that were given in front of it. */
export type Configure = (options?: Readonly<Record<string, string | undefined>>) => Config;
