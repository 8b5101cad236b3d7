import type { PersonSummary } from '@kantine/core';
import type { TextKind } from './kind-choice.ts';

/** What is sent beside a text. */
interface Sent {
  readonly kind?: TextKind | undefined;
  /** The id of what it is about. */
  readonly topic?: string | undefined;
  /** Whom the text mentions. */
  readonly mentions: readonly PersonSummary[];
}

/** Sends a text; resolves once the host confirmed it. */
export type Send = (text: string, key: string, sent: Sent) => Promise<void>;
