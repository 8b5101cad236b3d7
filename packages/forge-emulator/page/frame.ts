import { NotImplementedError, SetupError } from '../errors.ts';
import type { Parts } from '../assemble.ts';
import { findViewModule } from '../manifest/index.ts';
import { InvocationFailure } from '../runtime/index.ts';
import type { View, ViewChannel } from '../view/index.ts';

/** What a frame is told without having asked. */
export interface FrameEvent {
  readonly frame: string;
  readonly kind: 'realtime' | 'reload' | 'consent';
  readonly subscription?: string;
  readonly payload?: unknown;
}

export interface FrameOptions {
  readonly id: string;
  /** Opens what the frame shows; again when the macro was configured. */
  readonly open: () => View;
  readonly notify: (event: FrameEvent) => void;
  /** Puts another resource of the app in front of this one. */
  readonly openModal: (resource: string | null, context: unknown) => object;
  /** Saves the configuration of a macro; only where a configuration is shown. */
  readonly saveConfig?: (config: Readonly<Record<string, unknown>>) => void;
}

interface Call {
  readonly functionKey: string;
  readonly payload?: unknown;
  readonly metadata?: unknown;
  readonly product: string;
  readonly restPath: string;
  readonly fetchRequestInit: { readonly method?: string; readonly body?: string | null };
  readonly channelName: string;
  readonly eventPayload: unknown;
  readonly isGlobal?: boolean;
  readonly options?: ViewChannel;
  readonly subscription: string;
  readonly resource: string | null;
  readonly context: unknown;
  readonly target: string;
  readonly contentId: string;
  readonly spaceKey: string;
  readonly accountId: string;
  readonly moduleKey: string;
  readonly path?: string;
  readonly config?: Readonly<Record<string, unknown>>;
}

/** The modules that have an address of their own. */
const pagesOfTheApp = ['confluence:globalPage', 'confluence:spacePage'];

/** The error of `asUser()` that left the function as it was: only then the product asks for consent. */
const isConsentMissing = (error: unknown): boolean =>
  error instanceof InvocationFailure &&
  error.cause instanceof Error &&
  error.cause.name === 'NEEDS_AUTHENTICATION_ERR';

type Method = (call: Call) => unknown;

/** The half of the bridge that a page cannot do by itself: an iframe with a person in front. */
export class Frame {
  #view: View;
  readonly #parts: Parts;
  readonly #options: FrameOptions;
  readonly #subscriptions = new Map<string, () => void>();
  readonly #methods: Readonly<Record<string, Method>>;

  constructor(parts: Parts, options: FrameOptions) {
    this.#view = options.open();
    this.#parts = parts;
    this.#options = options;
    this.#methods = {
      invoke: (call) => this.#invoke(call),
      getContext: () => this.view.context,
      fetchProduct: (call) => this.#fetchProduct(call),
      subscribeRealtimeChannel: (call) => this.#subscribe(call),
      unsubscribeRealtimeChannel: ({ subscription }) => this.#subscriptions.get(subscription)?.(),
      publishRealtimeChannel: (call) => this.#publish(call),
      openModal: ({ resource, context }) => options.openModal(resource, context),
      submit: (call) => this.#submit(call),
      getUrl: (call) => this.#url(call),
      consent: () => parts.site.consent(this.view.context.accountId),
    };
  }

  get view(): View {
    return this.#view;
  }

  async call(method: string, data: unknown): Promise<unknown> {
    const run = Object.hasOwn(this.#methods, method) ? this.#methods[method] : undefined;
    if (!run) throw new NotImplementedError(`@forge/bridge ${method}`);
    return run((data ?? {}) as Call);
  }

  /** The macro has another configuration: the app starts over with it. */
  reopen(): void {
    this.#view = this.#options.open();
    this.#options.notify({ frame: this.#options.id, kind: 'reload' });
  }

  /** Nobody listens any more when the page is closed. */
  close(): void {
    for (const unsubscribe of this.#subscriptions.values()) unsubscribe();
  }

  #invoke({ functionKey, payload, metadata }: Call): Promise<unknown> {
    if (metadata !== undefined) throw new NotImplementedError('@forge/bridge invoke with metadata');
    return this.view.invoke(functionKey, payload).catch((error: unknown) => {
      if (isConsentMissing(error))
        this.#options.notify({ frame: this.#options.id, kind: 'consent' });
      throw error;
    });
  }

  async #fetchProduct({ product, restPath, fetchRequestInit }: Call) {
    const response = await this.view.request(product, restPath, fetchRequestInit);
    return {
      body: await response.text(),
      headers: Object.fromEntries(response.headers),
      status: response.status,
      statusText: response.statusText,
      isAttachment: false,
    };
  }

  #subscribe({ channelName, isGlobal = false, options, subscription }: Call): true {
    const notify = (payload: unknown) =>
      this.#options.notify({ frame: this.#options.id, kind: 'realtime', subscription, payload });
    const stop = this.view.subscribe(channelName, notify, { ...options, isGlobal });
    this.#subscriptions.set(subscription, stop);
    return true;
  }

  #publish({ channelName, eventPayload, isGlobal = false, options }: Call): unknown {
    return this.view.publish(channelName, eventPayload, { ...options, isGlobal });
  }

  /** Answers false where there is nothing to submit; the package makes an error of that. */
  #submit({ config }: Call): boolean {
    if (!this.#options.saveConfig) return false;
    if (!config) throw new SetupError('A macro is configured by view.submit({ config }).');
    this.#options.saveConfig(config);
    return true;
  }

  #url(call: Call): string {
    const { target, contentId, spaceKey, accountId } = call;
    if (target === 'module') return this.#moduleUrl(call);
    if (target === 'spaceView') return `/wiki/spaces/${spaceKey}`;
    if (target === 'userProfile') return `/wiki/people/${accountId}`;
    if (target !== 'contentView') throw new NotImplementedError(`a link to the target '${target}'`);
    const content = this.#parts.site.content.get(contentId);
    if (!content) throw new SetupError(`The site has no content '${contentId}'.`);
    return `/wiki/spaces/${content.space}/pages/${contentId}`;
  }
  /** A page of the app, and where it is inside of itself, as `createHistory` reads it. */
  #moduleUrl({ moduleKey, spaceKey, path }: Partial<Call>): string {
    const { type } = findViewModule(this.#parts.manifest, moduleKey ?? '');
    if (!pagesOfTheApp.includes(type)) throw new NotImplementedError(`a link to a '${type}'`);
    const query = new URLSearchParams(spaceKey === undefined ? {} : { space: spaceKey });
    if (path !== undefined) query.set('path', `/${path.replace(/^\/+/, '')}`);
    return `/wiki/apps/${moduleKey ?? ''}${query.size > 0 ? `?${query.toString()}` : ''}`;
  }
}
