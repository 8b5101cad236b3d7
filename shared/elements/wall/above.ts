/**
 * What stands above the posts of a wall. Fetched where stewards pinned one, keep topics, or where the reader was
 * away for long.
 */
import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { addStyles } from '../kit/later-styles.ts';
import type { WidgetElement } from '../kit/kantine-element.ts';
import { Away, awayStyles } from './away.ts';
import { Pinned, pinnedStyles } from './pinned.ts';
import { Topics, topicsStyles } from './topics.ts';
import type { Visit } from './visit.ts';
import type { WallInfo, WallState } from './wall-state.ts';

interface AboveHost extends WidgetElement {
  readonly group: string | undefined;
}

export class WallAbove {
  readonly #pinned: Pinned;
  readonly #topics: Topics;

  readonly #away: Away;

  constructor(host: AboveHost) {
    addStyles(host, awayStyles);
    this.#away = new Away(host);
    addStyles(host, pinnedStyles);
    addStyles(host, topicsStyles);
    this.#pinned = new Pinned(host);
    this.#topics = new Topics(host);
  }

  render(state: WallState, visit: Visit): TemplateResult {
    const { pins, topics } = state.info;
    return html`${this.#pinned.render(pins)} ${this.#topics.render(topics)}
    ${this.#away.render(state, visit)}`;
  }

  /** What stands in the place of the posts; undefined while all are shown. */
  instead({ topics }: WallInfo): TemplateResult | undefined {
    return this.#topics.posts(topics);
  }
}
