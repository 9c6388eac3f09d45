import type { Command } from 'commander';
import type { Configure } from './configure.js';

/** `ringback keys …`. */
export function addKeyCommands(_program: Command, _configure: Configure): void {}
