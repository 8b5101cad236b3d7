import { randomUUID } from 'node:crypto';
import type { Parts } from '../assemble.ts';
import { openView } from '../forge.ts';
import type { ViewOptions } from '../view/index.ts';
import { Frame, type FrameEvent } from './frame.ts';

type ColorMode = 'light' | 'dark';

/** One load of a page of the product: its frames, and what waits to be told to them. */
export class Page {
  readonly id = randomUUID();
  readonly frames = new Map<string, Frame>();
  readonly colorMode: ColorMode;
  readonly #waiting: FrameEvent[] = [];
  #stream: ((event: FrameEvent) => void) | undefined;

  constructor(colorMode: ColorMode) {
    this.colorMode = colorMode;
  }

  /** Events from before the browser listened are not lost. */
  listen(stream: (event: FrameEvent) => void): void {
    this.#stream = stream;
    for (const event of this.#waiting.splice(0)) stream(event);
  }

  notify(event: FrameEvent): void {
    if (this.#stream) this.#stream(event);
    else this.#waiting.push(event);
  }

  close(): void {
    for (const frame of this.frames.values()) frame.close();
  }
}

interface AddOptions {
  readonly configures: boolean;
  readonly openModal: (options: ViewOptions, resource: string | null) => object;
}

/** The pages that are open somewhere, and the macros that were configured since the start. */
export class Pages {
  readonly #parts: Parts;
  readonly #open = new Map<string, Page>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  open(colorMode: ColorMode): Page {
    const page = new Page(colorMode);
    this.#open.set(page.id, page);
    return page;
  }

  find(id: string): Page | undefined {
    return this.#open.get(id);
  }

  close(page: Page): void {
    page.close();
    this.#open.delete(page.id);
  }

  /** Puts a module on a page; with `configures` it is the macro's own configuration. */
  add(page: Page, options: ViewOptions, { configures, openModal }: AddOptions): string {
    const id = randomUUID();
    const localId = options.localId ?? id;
    const open = () => {
      const config = this.#parts.configs.get(localId) ?? options.config ?? {};
      return openView(this.#parts, { ...options, localId, config });
    };
    const frame: Frame = new Frame(this.#parts, {
      id,
      open,
      notify: (event) => page.notify(event),
      openModal: (resource, modal) => openModal({ ...options, localId, modal }, resource),
      ...(configures
        ? {
            saveConfig: (config: Readonly<Record<string, unknown>>) =>
              this.#configure(frame, localId, config),
          }
        : {}),
    });
    page.frames.set(id, frame);
    return id;
  }

  #configure(by: Frame, localId: string, config: Readonly<Record<string, unknown>>): void {
    this.#parts.configs.set(localId, config);
    for (const page of this.#open.values()) {
      for (const frame of page.frames.values()) {
        if (frame !== by && frame.view.context.localId === localId) frame.reopen();
      }
    }
  }
}
