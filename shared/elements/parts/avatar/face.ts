/** A face: a person's photo over their initials, which show where there is none or it does not load. */
import { spokenName } from '@kantine/core';
import type { PersonSummary } from '@kantine/core';
import { css, nothing, unsafeCSS } from 'lit';
import type { TemplateResult } from 'lit';
import { html } from '../../kit/compact.ts';

/** Twelve colours are enough to tell initials apart at a glance. */
const colours = Array.from({ length: 12 }, (_, number) => number);

/** The first letters of the first and last name, as they are said. */
function initials(name: string): string {
  const words = spokenName(name).split(/\s+/).filter(Boolean);
  const picked = words.length > 1 ? [words[0], words.at(-1)] : words;
  const letters = picked.map((word) => String.fromCodePoint(word?.codePointAt(0) ?? 0x20));
  return letters.join('').trim().toLocaleUpperCase();
}

/** A stable colour a person. */
function colourOf(id: string): number {
  let hash = 0;
  for (const character of id) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 360;
  return hash % colours.length;
}

const failed = ({ target }: Event): void => void ((target as HTMLElement).hidden = true);
const loaded = ({ target }: Event): void => void ((target as HTMLElement).hidden = false);

/** Decoration: the name stands beside it. */
export const face = ({ id, name, photo }: Omit<PersonSummary, 'active'>): TemplateResult =>
  html`<span
    class="initials colour-${colourOf(id)}"
    aria-hidden="true"
    data-initials=${initials(name) || '·'}
    >${
      photo === undefined
        ? nothing
        : html`<img src=${photo} alt="" loading="lazy" @error=${failed} @load=${loaded} />`
    }</span
  >`;

/** @returns the rule of one colour; a class, since a strict content security policy refuses style attributes. */
const colourRule = (number: number): string =>
  `.colour-${number} { --hue: ${(number * 360) / colours.length}; }`;

export const faceStyles = [
  css`
    .initials {
      align-items: center;
      background: light-dark(hsl(var(--hue) 45% 88%), hsl(var(--hue) 30% 28%));
      block-size: var(--size, 2.25rem);
      border-radius: 50%;
      color: light-dark(hsl(var(--hue) 55% 22%), hsl(var(--hue) 60% 88%));
      display: grid;
      flex: none;
      font-size: calc(var(--size, 2.25rem) * 0.4);
      font-weight: 600;
      inline-size: var(--size, 2.25rem);
      justify-items: center;
      overflow: hidden;
    }

    /* Drawn as a picture would be: nobody calls a person by these letters. */
    .initials::before {
      content: attr(data-initials);
      grid-area: 1 / 1;
    }

    .initials img {
      block-size: 100%;
      grid-area: 1 / 1;
      inline-size: 100%;
      object-fit: cover;
      position: relative;
    }
  `,
  unsafeCSS(colours.map(colourRule).join('\n')),
];
