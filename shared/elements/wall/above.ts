/** What stands above the posts of a wall. Fetched where stewards pinned one. */
import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { addStyles } from '../kit/later-styles.ts';
import type { WidgetElement } from '../kit/kantine-element.ts';
import { Pinned, pinnedStyles } from './pinned.ts';
import type { WallInfo } from './wall-state.ts';

interface AboveHost extends WidgetElement {
  readonly group: string | undefined;
}

export class WallAbove {
  readonly #pinned: Pinned;

  constructor(host: AboveHost) {
    addStyles(host, pinnedStyles);
    this.#pinned = new Pinned(host);
  }

  render({ pins }: WallInfo): TemplateResult {
    return html`${this.#pinned.render(pins)}`;
  }
}
