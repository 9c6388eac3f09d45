import type { Command } from 'commander';
import type { Configure } from './configure.js';

/** `ringback import …` and `ringback export …`. */
export function addTransferCommands(_program: Command, _configure: Configure): void {}
