import type { Words } from '../words/words.ts';

/** What the editor of a page chose, as Confluence keeps it: nothing of it is certain. */
export type Config = Readonly<Record<string, unknown>>;

/** A question in the configuration of a macro. */
export type Field =
  | {
      readonly kind: 'number';
      readonly name: string;
      readonly label: string;
      readonly min: number;
      readonly max: number;
      readonly usual: number;
    }
  | {
      readonly kind: 'choice';
      readonly name: string;
      readonly label: string;
      readonly options: readonly (readonly [value: string, label: string])[];
    }
  | {
      readonly kind: 'switches';
      readonly name: string;
      readonly label: string;
      readonly options: readonly (readonly [value: string, label: string])[];
    }
  | { readonly kind: 'group'; readonly name: string }
  | { readonly kind: 'person'; readonly name: string; readonly label: string };

/** Where a widget stands. */
interface Place {
  readonly words: Words;
  readonly config: Config;
  /** The account that wrote the page, where the widget is about the page. */
  readonly author?: string | undefined;
}

/** An element as a module of the app shows it. A new one is one of these and a module in manifest.yml. */
export interface Widget {
  readonly tag: string;
  /** Registers the element; a chunk of its own. */
  readonly load: () => Promise<unknown>;
  /** The element's own properties, out of what the editor chose. */
  readonly properties: (place: Place) => object;
  /** What an editor may choose; nothing unless told. */
  readonly fields?: (words: Words) => readonly Field[];
  /** Whether it thanks whoever wrote the page. */
  readonly needsAuthor?: true;
}

/** @returns the number that was chosen, within its bounds. */
export function numberIn(config: Config, name: string, usual: number, most: number): number {
  const value = Number(config[name] ?? usual);
  return Number.isInteger(value) && value >= 1 ? Math.min(value, most) : usual;
}

export const textIn = (config: Config, name: string): string =>
  typeof config[name] === 'string' ? config[name] : '';
