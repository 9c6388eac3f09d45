import type { Command } from 'commander';
import type { Configure } from './configure.js';

/** `ringback jobs …`. */
export function addJobCommands(_program: Command, _configure: Configure): void {}
