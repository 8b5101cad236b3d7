import type { Community } from '@kantine/core';
import type { Field } from '../pane/field.ts';
import type { Words } from '../words.ts';

/** What the fields of a property pane are made from. */
interface PaneContext<Properties> {
  readonly words: Words;
  readonly community: Community;
  readonly properties: Properties;
}

/** A widget as a web part shows it. A new one is one of these, a class of three lines and a manifest. */
export interface Widget<Properties extends object> {
  readonly tag: string;
  /** Registers the element; a chunk of its own. */
  readonly load: () => Promise<unknown>;
  /** Gives the element what the page's editor chose. */
  readonly apply: (element: HTMLElement, properties: Properties) => void;
  /** Registers the elements that the pane needs. */
  readonly loadPane?: () => Promise<unknown>;
  readonly pane: (context: PaneContext<Properties>) => readonly Field[];
}
