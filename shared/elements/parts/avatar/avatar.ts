import type { PersonSummary } from '@kantine/core';
import { css, LitElement } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { face, faceStyles } from './face.ts';

/** A person's face as an element, for what is not drawn by the hundred. */
export class Avatar extends LitElement {
  @property({ attribute: false }) person: PersonSummary | undefined;

  protected override render(): TemplateResult {
    return face(this.person ?? { id: '', name: '' });
  }

  static override styles = [
    faceStyles,
    css`
      :host {
        block-size: var(--size, 2.25rem);
        display: inline-block;
        flex: none;
        inline-size: var(--size, 2.25rem);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-avatar': Avatar;
  }
}
