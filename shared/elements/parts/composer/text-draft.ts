import type { TextKind } from './kind-choice.ts';
import type { WrittenText } from './mention-text.ts';

/** What somebody writes. */
export interface TextDraft extends WrittenText {
  readonly kind?: TextKind | undefined;
  /** The id of what it is about. */
  readonly topic?: string | undefined;
  /** The names of those whom it mentions and who cannot read it. */
  readonly untold?: readonly string[] | undefined;
}
