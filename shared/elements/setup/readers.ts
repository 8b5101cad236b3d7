/** The choice of who takes part, in the words of a site's owner. */
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { numberText } from '../locale/formats.ts';
import { listOf } from '../locale/list.ts';
import { plural } from '../locale/plural.ts';
import type { SetupChoice, SetupReader } from './situation.ts';

/** What an owner has ticked or not, where it is something else than was suggested. */
export type Turned = ReadonlyMap<number, boolean>;

const isIn = ({ id, isIn: suggested }: SetupReader, turned: Turned): boolean =>
  turned.get(id) ?? suggested;

export function choiceAmong(readers: readonly SetupReader[], turned: Turned): SetupChoice {
  const idsOf = (wanted: boolean): number[] =>
    readers.filter((reader) => isIn(reader, turned) === wanted).map(({ id }) => id);
  return { in: idsOf(true), out: idsOf(false) };
}

const kindText: Readonly<Record<SetupReader['kind'], () => string>> = {
  person: () => msg('One person'),
  guest: () => msg('A guest'),
  'site-group': () => msg('Group of this site'),
  'directory-group': () => msg('Group of the organisation'),
  everyone: () => msg('Everyone who signs in'),
};

function peopleText(count: number): string {
  if (count === 0) return msg('nobody in it yet');
  const number = numberText(count);
  return plural(count, { one: msg('1 person'), other: msg(str`${number} people`) });
}

function guestsText(count: number): string {
  const number = numberText(count);
  return plural(count, {
    one: msg('1 guest among them'),
    other: msg(str`${number} guests among them`),
  });
}

/** Kind and number, as far as the host tells. */
function aboutText({ kind, people, guests, holds }: SetupReader): string {
  const held = listOf(holds ?? []);
  return [
    kindText[kind](),
    ...(people === undefined ? [] : [peopleText(people)]),
    ...(guests === undefined ? [] : [guestsText(guests)]),
    ...(holds === undefined ? [] : [msg(str`with ${held} in it`)]),
  ].join(' · ');
}

/** @param turn is called with what the owner ticks or unticks. */
export function readersChoice(
  readers: readonly SetupReader[],
  turned: Turned,
  isBusy: boolean,
  turn: (id: number, isIn: boolean) => void,
): TemplateResult {
  // New readers come first: an owner is asked about them alone.
  const inOrder = [
    ...readers.filter(({ isNew }) => isNew),
    ...readers.filter((each) => !each.isNew),
  ];
  return html`<fieldset ?disabled=${isBusy}>
    <legend>${msg('Who takes part?')}</legend>
    <p class="muted">
      ${msg('All of these can read this site. Whoever is ticked can read and write in Kantine; owners of the site always can.')}
    </p>
    <div class="readers">
      ${inOrder.map(
        (reader) =>
          html`<label class="reader">
            <input
              type="checkbox"
              .checked=${isIn(reader, turned)}
              @change=${({ target }: Event) => turn(reader.id, (target as HTMLInputElement).checked)}
            />
            <span>
              <bdi>${reader.name}</bdi>
              ${reader.isNew ? html`<span class="tag">${msg('new')}</span>` : nothing}
              <span class="about muted">${aboutText(reader)}</span>
            </span>
          </label>`,
      )}
    </div>
  </fieldset>`;
}
