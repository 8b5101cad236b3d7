import type { Community } from '@kantine/core';
import { consume, ContextProvider } from '@lit/context';
import { LitElement } from 'lit';
import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { LocaleController } from '../locale/locale-controller.ts';
import { communityContext } from './community-context.ts';
import { focusedIn } from './focused.ts';

const loadNets = (): Promise<unknown> => import('./later-nets.ts');

/** What every element has: the reader's language, and ways to tell and to focus. */
export class KantineElement extends LitElement {
  constructor() {
    super();
    new LocaleController(this);
  }

  /** Announces something to the holder of this element, across shadow roots. */
  protected emit<Detail>(name: string, detail: Detail): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  /** Whether the reader types elsewhere: who went on there while the host took its time stays there. */
  get isTypingElsewhere(): boolean {
    const isTyping = focusedIn()?.matches('input, textarea, select, [contenteditable]');
    return isTyping === true && !this.matches(':focus-within');
  }

  /** Moves the focus to a part of this element once it is drawn, unless the reader types elsewhere by then. */
  focusOn(selector: string): void {
    void this.updateComplete.then(() => {
      if (!this.isTypingElsewhere) this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
    });
  }
}

/** An element that asks the community around it. Parts that are drawn by the hundred do not. */
export class CommunityElement extends KantineElement {
  /** Given by the page, or by the nearest widget around this element. */
  @consume({ context: communityContext, subscribe: true })
  @property({ attribute: false })
  community: Community | undefined;
}

/** An element that a page holds: it passes its community on to everything inside it. */
export class WidgetElement extends CommunityElement {
  readonly #provider = new ContextProvider(this, { context: communityContext });

  constructor() {
    super();
    this.addEventListener('focusin', () => loadNets().catch(() => undefined), { once: true });
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('community')) this.#provider.setValue(this.community);
  }
}
