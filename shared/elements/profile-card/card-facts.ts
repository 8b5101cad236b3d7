/** Where somebody works and who is around them, as lines of their card. */
import type { PersonCard, PersonSummary, Profile, WorkFacts } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import * as icons from '../kit/icons.ts';
import * as laterIcons from '../kit/later-icons.ts';
import { numberText } from '../locale/formats.ts';
import { plural } from '../locale/plural.ts';
import { localTimeText } from './local-time.ts';

const pennant = /* @__PURE__ */ icons.icon('M4 14V2.500h8l-2 2.750 2 2.750H4');

/** One step up or down; behind each name is that person's card. */
const around = (
  label: string,
  people: readonly PersonSummary[],
  isCompact: boolean,
): TemplateResult =>
  html`<li>
    ${laterIcons.people}<span>${label}</span>
    ${people.map((person) =>
      isCompact
        ? html`<bdi>${person.name}</bdi>`
        : html`<kantine-person-name .person=${person}></kantine-person-name>`,
    )}
  </li>`;

function thankedText(number: number, isMore: boolean): string {
  const count = numberText(number);
  // Where more lies there than could be looked through, this is the least that it may be.
  if (isMore) return msg(str`Thanked by ${count} or more colleagues this year. Only you see this.`);
  return plural(number, {
    one: msg('Thanked by a colleague this year. Only you see this.'),
    other: msg(str`Thanked by ${count} colleagues this year. Only you see this.`),
  });
}

/** @param now for the person's local time. */
export function cardFacts(card: PersonCard, isCompact: boolean, now: number): TemplateResult {
  const { person, facts, manager, reports = [], thanked = 0, isMe } = card;
  const { department, place, since } = facts;
  const where = [department?.text, place?.text].filter(Boolean).join(' · ');
  const isOwn = [department, place].some((fact) => fact?.by === 'self');
  const year = since?.text.slice(0, 4);
  const writtenBy = isMe ? msg('written by you') : msg(str`written by ${person.name}`);
  const time = person.timeZone && localTimeText(person.timeZone, now);
  return html`<ul class="plain facts">
    ${
      where === ''
        ? nothing
        : html`<li>
            ${laterIcons.place}<span>${where}</span>
            ${isOwn ? html`<span class="muted">${writtenBy}</span>` : nothing}
          </li>`
    }
    ${year === undefined ? nothing : html`<li>${pennant}${msg(str`Here since ${year}`)}</li>`}
    ${time ? html`<li>${laterIcons.clock}${msg(str`${time} local time`)}</li>` : nothing}
    ${
      thanked > 0
        ? html`<li>
            ${laterIcons.heart}<span class="sentence"
              >${thankedText(thanked, card.isThankedMore === true)}</span
            >
          </li>`
        : nothing
    }
    ${
      person.email === undefined
        ? nothing
        : html`<li>${laterIcons.mail}<a href=${`mailto:${person.email}`}>${person.email}</a></li>`
    }
    ${manager ? around(msg('Manager'), [manager], isCompact) : nothing}
    ${reports.length > 0 && !isCompact ? around(msg('Team'), reports, isCompact) : nothing}
  </ul>`;
}

/** What somebody says themselves is shown where nobody else says it. */
export function withOwn(facts: WorkFacts, profile: Profile): WorkFacts {
  const names = ['title', 'department', 'place', 'since'] as const;
  const shown = names.flatMap((name) => {
    const fact = facts[name];
    if (fact && fact.by !== 'self') return [[name, fact] as const];
    const text = name === 'title' ? '' : profile[name];
    return text === '' ? [] : [[name, { text, by: 'self' }] as const];
  });
  return Object.fromEntries(shown);
}
