/** What stands above the posts of a wall. Fetched where stewards pinned one, or keep topics. */
import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { addStyles } from '../kit/later-styles.ts';
import type { WidgetElement } from '../kit/kantine-element.ts';
import { Pinned, pinnedStyles } from './pinned.ts';
import { Topics, topicsStyles } from './topics.ts';
import type { WallInfo } from './wall-state.ts';

interface AboveHost extends WidgetElement {
  readonly group: string | undefined;
}

export class WallAbove {
  readonly #pinned: Pinned;
  readonly #topics: Topics;

  constructor(host: AboveHost) {
    addStyles(host, pinnedStyles);
    addStyles(host, topicsStyles);
    this.#pinned = new Pinned(host);
    this.#topics = new Topics(host);
  }

  render({ pins, topics }: WallInfo): TemplateResult {
    return html`${this.#pinned.render(pins)} ${this.#topics.render(topics)}`;
  }

  /** What stands in the place of the posts; undefined while all are shown. */
  instead({ topics }: WallInfo): TemplateResult | undefined {
    return this.#topics.posts(topics);
  }
}
