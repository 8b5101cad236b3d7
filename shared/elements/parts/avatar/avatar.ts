import type { PersonSummary } from '@kantine/core';
import { css, html, LitElement } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';

/** The first letters of the first and last name. */
function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const picked = words.length > 1 ? [words[0], words.at(-1)] : words;
  const letters = picked.map((word) => String.fromCodePoint(word?.codePointAt(0) ?? 0x20));
  return letters.join('').trim().toLocaleUpperCase();
}

/** A stable hue a person, so that initials differ at a glance. */
function hueOf(id: string): number {
  let hash = 0;
  for (const character of id) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 360;
  return hash;
}

/**
 * A person's photo, or their initials where there is none or it does not load. Decoration: the
 * name stands beside it.
 */
export class Avatar extends LitElement {
  @property({ attribute: false }) person: PersonSummary | undefined;
  @state() private photoFailed = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('person');
    if (changed.has('person') && before?.photo !== this.person?.photo) this.photoFailed = false;
    const { id = '' } = this.person ?? {};
    // Through the object model: a strict content security policy refuses style attributes.
    this.style.setProperty('--hue', String(hueOf(id)));
  }

  protected override render(): TemplateResult {
    const { photo, name = '' } = this.person ?? {};
    return photo !== undefined && !this.photoFailed
      ? html`<img src=${photo} alt="" loading="lazy" @error=${() => (this.photoFailed = true)} />`
      : html`<span aria-hidden="true" data-initials=${initials(name) || '·'}></span>`;
  }

  static override styles = css`
    :host {
      block-size: var(--size, 2.25rem);
      border-radius: 50%;
      display: inline-block;
      flex: none;
      inline-size: var(--size, 2.25rem);
      overflow: hidden;
    }

    img {
      block-size: 100%;
      display: block;
      inline-size: 100%;
      object-fit: cover;
    }

    /* Drawn as a picture would be: nobody calls a person by these letters. */
    span::before {
      content: attr(data-initials);
    }

    span {
      align-items: center;
      background: light-dark(hsl(var(--hue) 45% 88%), hsl(var(--hue) 30% 28%));
      block-size: 100%;
      color: light-dark(hsl(var(--hue) 55% 22%), hsl(var(--hue) 60% 88%));
      display: flex;
      font-size: calc(var(--size, 2.25rem) * 0.4);
      font-weight: 600;
      justify-content: center;
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-avatar': Avatar;
  }
}
