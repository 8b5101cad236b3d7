/** How much is new in a group, in words. */
import type { Unread } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { html } from '../kit/compact.ts';
import { numberText } from '../locale/formats.ts';
import { plural } from '../locale/plural.ts';

/** Never red: nobody owes a group anything. */
export function unreadBadge(unread: Unread | undefined): TemplateResult | typeof nothing {
  if (!unread) return nothing;
  const number = numberText(unread.count);
  const text = unread.isMore
    ? msg(str`${number} or more new posts`)
    : plural(unread.count, { one: msg('1 new post'), other: msg(str`${number} new posts`) });
  return html`<span class="news">${text}</span>`;
}
