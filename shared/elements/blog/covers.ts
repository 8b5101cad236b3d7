/** Covers of articles: a colour and an icon, which say nothing that the title does not. */
import type { Cover, CoverColour, CoverIcon } from '@kantine/core';
import { msg } from '@lit/localize';
import { css, html } from 'lit';
import type { SVGTemplateResult, TemplateResult } from 'lit';
import { icon } from '../kit/icons.ts';
import * as laterIcons from '../kit/later-icons.ts';

const drawn: Readonly<Record<CoverIcon, SVGTemplateResult>> = {
  idea: icon('M6 12.500h4 M6.500 14.500h3 M5.800 10.500a4.300 4.300 0 1 1 4.400 0v2h-4.400Z'),
  book: icon(
    'M8 4C6.500 3 4.500 2.700 2 3v9.500c2.500-.300 4.500 0 6 1 1.500-1 3.500-1.300 6-1V3c-2.500-.300-4.500 0-6 1Z M8 4v9.500',
  ),
  tool: icon('M9.500 6.500 3.500 12.500l-1-1 6-6 M9 3.500a3 3 0 0 1 4 4L10.500 8 8 5.500Z'),
  people: laterIcons.people,
  place: laterIcons.place,
  chart: icon('M2.500 2.500v11h11 M5.500 11V8.500 M8.500 11V5 M11.500 11V7'),
  leaf: icon(
    'M3 13C3 6 7 3 13.500 3 13.500 9.500 10.500 12.500 5 11.500 M3 13c1.500-3 3.500-5 6.500-6.500',
  ),
  heart: laterIcons.heart,
};

export const coverOf = ({ colour, icon: name }: Cover): TemplateResult =>
  html`<div class="cover ${colour}" aria-hidden="true">${drawn[name]}</div>`;

export const iconOf = (name: CoverIcon): SVGTemplateResult => drawn[name];

export const colourWord = (colour: CoverColour): string =>
  ({
    teal: msg('Green'),
    blue: msg('Blue'),
    violet: msg('Violet'),
    rose: msg('Red'),
    amber: msg('Yellow'),
    slate: msg('Grey'),
  })[colour];

export const iconWord = (name: CoverIcon): string =>
  ({
    idea: msg('A lamp'),
    book: msg('A book'),
    tool: msg('A tool'),
    people: msg('People'),
    place: msg('A place'),
    chart: msg('A chart'),
    leaf: msg('A leaf'),
    heart: msg('A heart'),
  })[name];

export const coverStyles = css`
  .cover {
    align-items: center;
    border-radius: var(--k-radius);
    display: flex;
    flex: none;
    justify-content: center;
  }

  .cover svg {
    block-size: 2rem;
    inline-size: 2rem;
  }

  .cover.teal {
    background: light-dark(#d3ede7, #143f38);
    color: light-dark(#0b5a4e, #9fe6d8);
  }

  .cover.blue {
    background: light-dark(#d8e6fa, #172f52);
    color: light-dark(#174a8c, #a9cbff);
  }

  .cover.violet {
    background: light-dark(#e7defa, #32235a);
    color: light-dark(#53309c, #d0bcff);
  }

  .cover.rose {
    background: light-dark(#fadfe4, #521f2b);
    color: light-dark(#8f2140, #ffb3c4);
  }

  .cover.amber {
    background: light-dark(#fdeec9, #47370c);
    color: light-dark(#6b4e00, #ffd978);
  }

  .cover.slate {
    background: light-dark(#e3e7ea, #31383e);
    color: light-dark(#3a464f, #cfd8de);
  }
`;
