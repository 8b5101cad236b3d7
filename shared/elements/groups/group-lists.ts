/** The lists of the groups element: requests, the reader's own groups, and others. */
import type { GroupRequest, GroupView } from '@kantine/core';
import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Settling } from '../kit/asking.ts';
import { byName } from '../kit/by-name.ts';
import { emptyNotice } from '../kit/notice.ts';
import { numberText } from '../locale/formats.ts';
import type { News } from './group-news.ts';
import type { Loaded } from './loaded.ts';

/** What waits for an owner. */
export function requestList(
  requests: readonly GroupRequest[],
  settling: Settling,
): TemplateResult | typeof nothing {
  if (requests.length === 0) return nothing;
  return html`<section class="requests" aria-labelledby="requests">
    <h3 id="requests">${msg('Waiting for your approval')}</h3>
    <ul class="plain">
      ${repeat(
        requests,
        ({ group, by }) => `${group} ${by.id}`,
        (request) =>
          html`<li>
            <kantine-group-request
              .request=${request}
              .settling=${settling}
            ></kantine-group-request>
          </li>`,
      )}
    </ul>
  </section>`;
}

/** A group that the reader is asked into stands among their own. */
const isInvited = ({ invited }: GroupView): boolean => invited !== undefined;

interface ListOptions {
  readonly search: string;
  /** Settles what changes the list. */
  readonly settling: Settling;
  /** Settles what changes the news alone. */
  readonly muting: Settling;
}

/** The groups whose name or purpose has the words that are searched for. */
export function groupLists(
  { me, own, others, cursor, elsewhere }: Loaded,
  news: News | undefined,
  { search, settling, muting }: ListOptions,
): TemplateResult | typeof nothing {
  const isWhole = cursor === undefined;
  if (own.length + others.length === 0) {
    if (!isWhole && !elsewhere) return nothing;
    return emptyNotice(
      elsewhere ? msg('No groups in this space yet') : msg('No groups yet'),
      msg('Start one for a team, a project or a hobby: two people are enough.'),
    );
  }
  const words = search.trim().toLocaleLowerCase();
  const isFound = ({ name, purpose }: GroupView): boolean =>
    `${name}\n${purpose}`.toLocaleLowerCase().includes(words);
  const [asked, strange] = [others.filter(isInvited), others.filter((each) => !isInvited(each))];
  const ownFound = [...own, ...asked].filter(isFound).sort(byName);
  const othersFound = strange.filter(isFound);
  if (ownFound.length + othersFound.length === 0) {
    return isWhole
      ? emptyNotice(msg('No group has that name'), msg('Check the spelling, or start one.'))
      : emptyNotice(
          msg('None of these groups has that name'),
          elsewhere
            ? msg('Other spaces may have groups: show them, and they are searched too.')
            : msg('There are older groups: show them, and they are searched too.'),
        );
  }
  const archived = [...ownFound, ...othersFound].filter((group) => group.archived).sort(byName);
  const title = ownFound.length === 0 ? msg('Groups to join') : msg('Other groups');
  const list = (groups: readonly GroupView[]) =>
    html`<ul class="plain groups">
      ${repeat(
        groups,
        (group) => group.id,
        (group) =>
          html`<li>
            <kantine-group-item
              .group=${group}
              .me=${me}
              .settling=${settling}
              .muting=${muting}
              .unread=${news?.unread.find((each) => each.group === group.id)}
              ?letters=${group.letters !== undefined && news?.readsLetters === true}
              .muted=${group.joined ? news?.muted.includes(group.id) : undefined}
            ></kantine-group-item>
          </li>`,
      )}
    </ul>`;
  const part = (id: string, name: string, found: readonly GroupView[]) => {
    const groups = found.filter((group) => !group.archived);
    return groups.length === 0
      ? nothing
      : html`<section aria-labelledby=${id}>
          <h3 id=${id}>${name}</h3>
          ${list(groups)}
        </section>`;
  };
  return html`${part('own', msg('Your groups'), ownFound)} ${part('others', title, othersFound)}
  ${
    archived.length === 0
      ? nothing
      : html`<details class="archived" ?open=${words !== ''}>
          <summary><h3>${msg('Archived')} (${numberText(archived.length)})</h3></summary>
          ${list(archived)}
        </details>`
  }`;
}
