/** Somebody at a browser: looks, moves the pointer, presses, types. Nothing is done but by input. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Frame, InputStep, Tab } from './engine.ts';
import { findBody, showBody } from './find.ts';
import type { Found, Wanted } from './find.ts';

/** For how long somebody looks before they say that it is not there. In milliseconds. */
const patience = 60_000;
/** How WebDriver calls keys that are no letters: https://www.w3.org/TR/webdriver2/#keyboard-actions */
export const keys = { enter: '\uE007', escape: '\uE00C', control: '\uE009' } as const;

type Seen = Found & { readonly frame: Frame; readonly where: string };

export class Person {
  readonly #tab: Tab;

  constructor(tab: Tab) {
    this.#tab = tab;
  }

  /** One look at every document of the page. */
  async glance(wanted: Wanted): Promise<Seen | undefined> {
    const [page, ...inside] = await this.#tab.frames();
    if (!page) return undefined;
    for (const [at, frame] of [page, ...inside].entries()) {
      // A frame may be gone by now, and another one in its place.
      const found = (await frame.run(findBody, wanted).catch(() => null)) as Found | null;
      if (found === null) continue;
      // What is in a frame is in sight once that part of the frame is.
      const where = at === 0 ? undefined : await page.run(showBody, at - 1, found.y);
      return { ...found, frame, where: JSON.stringify([found.box, where]) };
    }
    return undefined;
  }

  /** Looks until it is there and stands still: frames push each other down while they are filled. */
  async see(wanted: Wanted): Promise<Seen> {
    const end = Date.now() + patience;
    for (let before: Seen | undefined; ;) {
      const now = await this.glance(wanted);
      if (now !== undefined && now.where === before?.where) return now;
      before = now;
      if (Date.now() > end) throw new Error(`Nobody sees ${JSON.stringify(wanted)}.`);
      await sleep(150);
    }
  }

  /** Looks until it is there no more. */
  async seeNoMore(wanted: Wanted): Promise<void> {
    const end = Date.now() + patience;
    while (await this.glance(wanted)) {
      if (Date.now() > end) throw new Error(`${JSON.stringify(wanted)} is still there.`);
      await sleep(150);
    }
  }

  /** Moves the pointer there, in two steps as a hand would. */
  async pointAt(wanted: Wanted): Promise<Seen> {
    const seen = await this.see(wanted);
    await this.#pointer(seen.frame, this.#way(seen));
    return seen;
  }

  async press(wanted: Wanted): Promise<void> {
    const seen = await this.see(wanted);
    await this.#pointer(seen.frame, [
      ...this.#way(seen),
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ]);
  }

  /** Goes into a field and writes. */
  async write(wanted: Wanted, text: string): Promise<void> {
    await this.press(wanted);
    const { frame } = await this.see(wanted);
    await this.type(frame, text);
  }

  /** Presses keys where the focus is, one after the other. */
  async type(frame: Frame, text: string): Promise<void> {
    const actions = Array.from(text).flatMap((value): InputStep[] => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    await frame.act({ type: 'key', id: 'keyboard', actions });
  }

  /** Holds one key down while another one is pressed. */
  async chord(frame: Frame, held: string, value: string): Promise<void> {
    const actions: InputStep[] = [
      { type: 'keyDown', value: held },
      { type: 'keyDown', value },
      { type: 'keyUp', value },
      { type: 'keyUp', value: held },
    ];
    await frame.act({ type: 'key', id: 'keyboard', actions });
  }

  #way({ x, y }: Found): InputStep[] {
    return [
      { type: 'pointerMove', x: x + 1, y: y + 1 },
      { type: 'pointerMove', x, y, duration: 50 },
    ];
  }

  async #pointer(frame: Frame, actions: readonly InputStep[]): Promise<void> {
    await frame.act({ type: 'pointer', id: 'mouse', actions });
  }
}
