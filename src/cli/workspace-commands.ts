import type { Command } from 'commander';
import type { Configure } from './configure.js';

/** `ringback workspaces …`. */
export function addWorkspaceCommands(_program: Command, _configure: Configure): void {}
