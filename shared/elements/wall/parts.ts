/** The pieces of a wall that have no state of their own. */
import type { PostView } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { accessBadge } from '../parts/access-badge.ts';
import { faces } from '../parts/faces.ts';
import { formerName, groupName } from '../parts/group-name.ts';
import { membersText } from '../parts/members-text.ts';
import type { Acting } from '../kit/acting.ts';
import { againNotice } from '../kit/notice.ts';
import { numberText } from '../locale/formats.ts';
import { plural } from '../locale/plural.ts';
import type { WallInfo, WallState } from './wall-state.ts';

/** Compact stands in a narrow column: no faces, and comments that open on request. */
export type WallLayout = 'full' | 'compact';

interface HeaderOptions {
  readonly layout: WallLayout;
  /** The first frame: what opens behind a face follows after it. */
  readonly isFirst: boolean;
  /** Whether joining or leaving is under way. */
  readonly busy: boolean;
  readonly toggle: () => void;
}

/** The group, its newest faces, and the way in or out of an open one; a closed one is left in the list of groups. */
export function header(
  { group, canWrite }: WallInfo,
  { layout, isFirst, busy, toggle }: HeaderOptions,
): TemplateResult {
  return html`<header>
    <div class="about">
      <h2>${groupName(group)}</h2>
      ${accessBadge(group.access)}
      ${group.formerly === undefined ? nothing : html`<p class="muted">${formerName(group)}</p>`}
      ${
        group.purpose === '' || layout === 'compact'
          ? nothing
          : html`<p class="muted" dir="auto">${group.purpose}</p>`
      }
    </div>
    <div class="who">
      ${layout === 'compact' ? nothing : faces(group.members, isFirst)}
      ${
        group.memberCount === undefined
          ? nothing
          : html`<details>
              <summary class="muted">${membersText(group.memberCount)}</summary>
            </details>`
      }
      ${
        canWrite && group.access === 'open'
          ? html`<button
              type="button"
              class=${group.joined ? 'quiet' : 'secondary'}
              aria-disabled=${busy}
              @click=${toggle}
            >
              ${group.joined ? msg('Leave group') : msg('Join group')}
            </button>`
          : nothing
      }
    </div>
  </header>`;
}

/** Says politely what appeared above; each arrival is a new element, so that each is said. */
export function news(arrived: readonly PostView[] = []): unknown {
  const [first] = arrived;
  if (!first) return nothing;
  const number = numberText(arrived.length);
  const text = plural(arrived.length, {
    one: msg(str`New post by ${first.author.name || msg('Former colleague')}`),
    other: msg(str`${number} new posts`),
  });
  return repeat(
    [arrived],
    (each) => each,
    () => html`<p>${text}</p>`,
  );
}

/** Where the reader stopped the last time. */
export const readLine = (): TemplateResult =>
  html`<p class="read-line"><span>${msg('Already read')}</span></p>`;

/** What leads on to older posts, or says that there are none. */
export function older(
  { cursor }: WallState,
  { isBusy, error }: Acting,
  load: () => void,
): TemplateResult {
  if (error !== undefined) {
    return againNotice(error, load);
  }
  if (cursor === undefined) return html`<p class="end muted">${msg('That is everything.')}</p>`;
  return html`<button type="button" class="secondary older" aria-disabled=${isBusy} @click=${load}>
    ${isBusy ? msg('Loading…') : msg('Show older posts')}
  </button>`;
}
