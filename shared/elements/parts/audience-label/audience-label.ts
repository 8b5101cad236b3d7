/** Who will read what is being written: a sentence, and behind it who, through which group, and who can change it. */
import type { Audience, GroupAudience } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { css, html } from 'lit';
import type { TemplateResult } from 'lit';
import * as laterIcons from '../../kit/later-icons.ts';
import { dateFormat } from '../../locale/formats.ts';
import { isolated, withNames } from './isolated.ts';
import { audienceText, colleaguesText, everyoneText, guestsText } from './sentences.ts';

/** Who it is, one entry each. */
function readersIn(audience: Audience): readonly string[] {
  if (audience.kind === 'groups') {
    const { groups, people, guests = 0, everyone } = audience;
    return [
      ...(everyone === undefined ? [] : [everyoneText(everyone)]),
      ...groups.map((name) => msg(str`Through the group ${isolated(name)}`)),
      ...(people === 0 ? [] : [colleaguesText(people)]),
      ...(guests === 0 ? [] : [guestsText(guests)]),
    ];
  }
  if (!audience.known || !audience.members) return [];
  return [msg('You'), ...audience.members.map(({ firstName }) => isolated(firstName))];
}

/** Who can change it. @returns undefined where nobody can tell. */
function changersText(audience: Audience): string | undefined {
  if (audience.known) {
    if (audience.members) return msg('Stewards of this group let people in and take them out.');
    return audience.noted === undefined ? undefined : ofSite();
  }
  const place = 'place' in audience ? audience.place : undefined;
  if (!place) return undefined;
  return place.kind === 'site'
    ? ofSite()
    : msg('Administrators of this space decide who can read it.');
}

const ofSite = (): string => msg('Owners of this site decide who can read it.');

function notedText(audience: Audience): string | undefined {
  const noted = 'noted' in audience ? audience.noted : undefined;
  if (noted === undefined) return undefined;
  const day = dateFormat({ dateStyle: 'long' }).format(noted);
  return msg(str`Who has a right to it was noted on ${day}.`);
}

/** What stands behind the sentence. */
const details = (audience: Audience): readonly string[] =>
  [
    ...readersIn(audience),
    changersText(audience),
    notedText(audience),
    msg('Administrators of this site can read everything in it, as they can everywhere.'),
  ].filter((text) => text !== undefined);

/** @param id of the sentence, for the field that it describes. */
export const audienceLabel = (audience: GroupAudience, id = 'readers'): TemplateResult =>
  html`<details class="audience">
    <summary>
      ${laterIcons.eye}<span id=${id}>${withNames(audienceText(audience, Date.now()))}</span>
    </summary>
    <ul>
      ${details(audience).map((text) => html`<li>${withNames(text)}</li>`)}
    </ul>
  </details>`;

export const audienceStyles = css`
  .audience summary {
    align-items: start;
    cursor: pointer;
    display: flex;
    gap: 0.4em;
    list-style: none;
    min-block-size: 1.5rem;
  }

  .audience summary::-webkit-details-marker {
    display: none;
  }

  .audience svg {
    flex: none;
    margin-block-start: 0.15em;
  }

  .audience ul {
    margin-block: 0.25rem 0;
    max-block-size: 12rem;
    overflow: auto;
    padding-inline-start: 2.75em;
  }
`;
