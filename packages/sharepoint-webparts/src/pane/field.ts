/** What an editor of a page chooses, before any property pane draws it. */

interface Option {
  readonly key: string;
  readonly text: string;
  /** A name in SharePoint's icon font. */
  readonly icon: string;
}

/** `name` is the property it sets, with dots for a part of one. */
export type Field =
  | {
      readonly kind: 'choice';
      readonly name: string;
      readonly label: string;
      readonly options: readonly Option[];
    }
  | {
      readonly kind: 'number';
      readonly name: string;
      readonly label: string;
      readonly min: number;
      readonly max: number;
    }
  | { readonly kind: 'heading'; readonly name: string; readonly label: string }
  | { readonly kind: 'switch'; readonly name: string; readonly label: string }
  | {
      readonly kind: 'element';
      readonly name: string;
      /** Draws an element of ours into the pane. */
      readonly render: (root: HTMLElement, change: (value: unknown) => void) => void;
    };
