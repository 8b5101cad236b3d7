/** What the scenario needs of a browser engine, whatever its remote protocol. */

/** One step of a pointer or of the keyboard, as WebDriver and WebDriver BiDi have it alike. */
export type InputStep =
  | {
      readonly type: 'pointerMove';
      readonly x: number;
      readonly y: number;
      /** In milliseconds. */
      readonly duration?: number;
    }
  | { readonly type: 'pointerDown' | 'pointerUp'; readonly button: 0 }
  | { readonly type: 'keyDown' | 'keyUp'; readonly value: string };

export type InputSource =
  | { readonly type: 'pointer'; readonly id: string; readonly actions: readonly InputStep[] }
  | { readonly type: 'key'; readonly id: string; readonly actions: readonly InputStep[] };

/** A document: the page's own, or that of a frame in it. Coordinates are those of its own window. */
export interface Frame {
  /** @param body of a function, which finds what it is given in `arguments`. @returns what JSON can say. */
  run(body: string, ...given: readonly unknown[]): Promise<unknown>;
  act(source: InputSource): Promise<void>;
}

export interface Tab {
  goto(url: string): Promise<void>;
  /** The page's own document first, then those of its frames, at whatever depth. */
  frames(): Promise<readonly Frame[]>;
  close(): Promise<void>;
}

export interface Engine {
  /** A tab whose cookies and storage no other tab sees. */
  open(): Promise<Tab>;
  close(): Promise<void>;
}
