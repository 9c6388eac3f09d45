import type { KeyObject } from 'node:crypto';
import type { DemoApi } from './demo-api.js';

/** Something to be played against a running server. */
export type Story = (stage: {
  readonly api: DemoApi;
  /** Telnyx signs with it. */
  readonly telnyxKey: KeyObject;
  /** And Retell with this one. */
  readonly retellKey: string;
  readonly print: (line: string) => void;
}) => Promise<void>;
