/** What an owner has to know about a site before and after an update. */
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { numberText } from '../locale/formats.ts';
import { listOf } from '../locale/list.ts';
import { plural } from '../locale/plural.ts';
import type { SetupNeed } from './situation.ts';

/** Lists that a member made beforehand: their maker may have written and set in them whatever they liked. */
export function refusedNotice(refused: readonly string[]): TemplateResult {
  const names = listOf(refused);
  return html`<div class="notice error" role="group" aria-labelledby="refused">
    <p id="refused" class="title">${msg('First, look at what is there already')}</p>
    <p>
      ${msg(str`These lists carry names that Kantine needs, and no owner of this site made them: ${names}.`)}
    </p>
    <p>
      ${msg('Delete each in the site contents. If it is yours, stop it from inheriting permissions instead. Then press the button: nothing is made before that.')}
    </p>
  </div>`;
}

/** Lists that somebody deleted: what is in the recycle bin comes back as it was. */
export function goneNotice(gone: readonly string[]): TemplateResult {
  const names = listOf(gone);
  return html`<div class="notice error" role="group" aria-labelledby="gone">
    <p id="gone" class="title">${msg('First, restore what was deleted')}</p>
    <p>${msg(str`Somebody deleted these lists, with what people wrote in them: ${names}.`)}</p>
    <p>
      ${msg('Restore each from the recycle bin of this site, then press the button. Nothing is made in their place; the installation guide says what to do where they cannot be restored.')}
    </p>
  </div>`;
}

function unfitText(count: number, why: 'members' | 'stewards'): string {
  const number = numberText(count);
  return why === 'members'
    ? plural(count, {
        one: msg(
          'One closed group of an earlier version cannot be taken over: it is not clear who its members are.',
        ),
        other: msg(
          str`${number} closed groups of an earlier version cannot be taken over: it is not clear who their members are.`,
        ),
      })
    : plural(count, {
        one: msg(
          'One closed group of an earlier version cannot be taken over: it is not clear who its stewards are.',
        ),
        other: msg(
          str`${number} closed groups of an earlier version cannot be taken over: it is not clear who their stewards are.`,
        ),
      });
}

/** Closed groups that stay behind. */
export function unfitNotice(unfit: SetupNeed['unfit'] = []): TemplateResult | typeof nothing {
  if (unfit.length === 0) return nothing;
  const texts = (['members', 'stewards'] as const).flatMap((why) => {
    const count = unfit.filter((each) => each.why === why).length;
    return count === 0 ? [] : [unfitText(count, why)];
  });
  return html`<div class="notice">
    ${texts.map((text) => html`<p>${text}</p>`)}
    <p>
      ${msg('Whoever could read such a group still can, and nobody can write there. Start it again and let its people in; what was written stays in its lists.')}
    </p>
  </div>`;
}
