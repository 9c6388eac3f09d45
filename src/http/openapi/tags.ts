import type { OperationTag } from '../operation.js';

const DESCRIPTIONS: Readonly<Record<OperationTag, string>> = {
  conversations: "Telnyx's conversations and their messages.",
  insights: 'What is found out about conversations when they end.',
  assistants: "Telnyx's assistants, as far as conversations need them.",
  policies: 'What assistants are told when a conversation begins, as their users decide it.',
  platforms: 'What voice platforms call: webhooks at the start, during and after a conversation.',
  memory: 'What is known of callers.',
  transfer: 'Import and export.',
  administration: 'Workspaces, API keys, secrets and background work.',
  operations: 'What the people and machines that run the server ask it.',
};

export const TAGS = Object.entries(DESCRIPTIONS).map(([name, description]) => ({ name, description }));
