/** Of Forge's context what is used here. */
export interface Context {
  readonly accountId?: string;
  readonly cloudId?: string;
  /** Names the macro on its page, as long as it stands there. */
  readonly localId?: string;
  readonly locale: string;
  readonly moduleKey: string;
  readonly theme?: { readonly colorMode?: string } | null;
  readonly extension: {
    readonly type?: string;
    readonly config?: Readonly<Record<string, unknown>>;
    readonly content?: { readonly id: string; readonly type?: string };
    readonly space?: { readonly id: string };
  };
}

let known: Promise<Context> | undefined;

/** @returns what the product says of this frame; it is asked once. */
export function contextOfFrame(): Promise<Context> {
  // The bridge looks for its window when it is loaded.
  known ??= import('@forge/bridge').then(
    ({ view }) => view.getContext() as unknown as Promise<Context>,
  );
  return known;
}
