import type { PersonSummary } from '@kantine/core';
import { css, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { controls } from '../../kit/controls.ts';
import { KantineElement } from '../../kit/kantine-element.ts';
import { popoverStyles } from '../../kit/popover.ts';
import { face, faceStyles } from '../avatar/face.ts';
import { CardBehind, cardBehindStyles } from './card-behind.ts';

/** A person's name, with the compact profile card behind it. */
export class PersonName extends KantineElement {
  @property({ attribute: false }) person: PersonSummary | undefined;
  /** Shows the face instead of the name; the name is still what a screen reader says. */
  @property({ type: Boolean }) face = false;
  readonly #card = new CardBehind(this);

  /** Opens the card, and loads it on the first time. */
  show(): Promise<void> {
    return this.#card.show();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { person } = this;
    if (!person) return nothing;
    return this.#card.render(person, this.face ? face(person) : undefined);
  }

  static override styles = [
    controls,
    popoverStyles,
    faceStyles,
    cardBehindStyles,
    css`
      :host {
        display: inline-flex;
        max-inline-size: 100%;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-person-name': PersonName;
  }
}
