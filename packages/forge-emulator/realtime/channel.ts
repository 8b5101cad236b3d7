/** A channel of events: a name, together with the context in which the app is shown. */
export interface RealtimeChannel {
  readonly name: string;
  readonly isGlobal: boolean;
  /** Names of the parts of `context.extension` that count instead of the whole. */
  readonly contextOverrides?: readonly string[] | undefined;
  /** What a signed token says beyond the channel's name. */
  readonly claims?: unknown;
}

type Context = Readonly<Record<string, unknown>> | undefined;

/** `publish` and `subscribe` meet on one page of one module; their global twins everywhere. */
export function addressOf(channel: RealtimeChannel, context: Context): string {
  const where = channel.isGlobal ? 'everywhere' : placeOf(context, channel.contextOverrides);
  return JSON.stringify([channel.name, where, channel.claims ?? null]);
}

function placeOf(context: Context, overrides: readonly string[] | undefined): unknown {
  if (!context) throw new Error('A channel that is not global needs the context of a page.');
  const extension = context.extension as Readonly<Record<string, unknown>>;
  if (overrides) return overrides.toSorted().map((name) => [name, extension[name] ?? null]);
  const { type, content, space } = extension;
  return [context.moduleKey, type, content, space];
}
