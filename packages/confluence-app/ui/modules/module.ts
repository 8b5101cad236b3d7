import type { Outline, StoredSettings, WidgetEntry } from '@kantine/elements/registry';

/** What stands behind one module of the manifest that shows a widget. */
export interface WidgetModule extends WidgetEntry {
  readonly outline?: Outline;
  /** Values of properties that nobody chooses on this surface. */
  readonly sets?: StoredSettings;
  /** The property that takes the account of the page's author. */
  readonly author?: string;
}
