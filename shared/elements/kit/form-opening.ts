/** A form above a list: opened by a button, given up, or sent. */
import type { ReactiveController } from 'lit';
import type { KantineElement } from './kantine-element.ts';

export class FormOpening implements ReactiveController {
  isOpen = false;
  /** What is told of what was done last, until the form is opened again. */
  confirmation = '';
  readonly #host: KantineElement;
  readonly #button: string;

  /** @param button the selector of what opens the form. */
  constructor(host: KantineElement, button: string) {
    this.#host = host;
    this.#button = button;
    host.addController(this);
  }

  /** Controllers of Lit have at least one of its callbacks. */
  hostConnected(): void {
    this.#host.requestUpdate();
  }

  readonly open = (): void => {
    this.isOpen = true;
    this.confirm('');
  };

  readonly giveUp = (): void => {
    this.close();
    this.#host.focusOn(this.#button);
  };

  /** @param focused the selector of what has the focus then. */
  sent(confirmation: string, focused: string): void {
    this.close();
    this.confirm(confirmation, focused);
  }

  /** Without a word, as where the form is for another group now. */
  close(): void {
    this.isOpen = false;
    this.#host.requestUpdate();
  }

  /** Tells what was done beside the form. */
  confirm(confirmation: string, focused?: string): void {
    this.confirmation = confirmation;
    this.#host.requestUpdate();
    if (focused !== undefined) this.#host.focusOn(focused);
  }
}
