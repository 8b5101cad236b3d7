import type { StoredSetting } from './read.ts';
import type { Widget } from './declaration.ts';

/** What a page needs of a widget; generated from its declaration, which comes with its words when somebody edits. */
export interface WidgetEntry {
  readonly tag: string;
  readonly settings: readonly StoredSetting[];
  /** Registers the element; a chunk of its own. */
  readonly load: () => Promise<unknown>;
  /** The whole declaration; a chunk of its own. */
  readonly declaration: () => Promise<{ readonly widget: Widget }>;
}
