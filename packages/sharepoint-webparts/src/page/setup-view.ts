/** Notices instead of a widget, or above it: fetched for the few pages that need them. */
import '@kantine/elements/setup/define';
import type { ReaderSelection, TellProgress } from '@kantine/sharepoint-host';
import { html, nothing } from 'lit';
import { endFirstSteps, noteSeen, wasSeen } from './first-steps.ts';
import { setUp } from './set-up.ts';
import type { SitePage } from './site-page.ts';

/** @param redraw draws the web part again, once an owner has closed something. */
export function setupView(page: SitePage, isSpeaker: boolean, redraw: () => void): unknown {
  const { setup, community } = page;
  if (!setup) return nothing;
  if (setup.kind === 'ready') {
    if (!isSpeaker) return nothing;
    return [firstSteps(), leftBehind()];
  }
  // Readers of an older version lose nothing by waiting.
  const isPressing = setup.kind === 'missing' || setup.kind === 'left-out';
  if (!isPressing && !(setup.canSetUp && isSpeaker)) return nothing;
  return html`<kantine-setup
    .situation=${setup}
    .setUp=${(told: TellProgress, readers?: ReaderSelection) => setUp(page, told, readers)}
    ?brief=${!isSpeaker}
  ></kantine-setup>`;

  function firstSteps(): unknown {
    if (!page.isBegun) return nothing;
    const end = (): void => {
      endFirstSteps(page);
      redraw();
    };
    return html`<kantine-first-steps
      .community=${community}
      @kantine-begun=${end}
    ></kantine-first-steps>`;
  }

  function leftBehind(): unknown {
    const unfit = setup?.kind === 'ready' ? (setup.unfit ?? []) : [];
    const containers = unfit.map(({ container }) => container);
    if (unfit.length === 0 || wasSeen(page.host.site, containers)) return nothing;
    const see = (): void => {
      noteSeen(page.host.site, containers);
      redraw();
    };
    return html`<kantine-setup .situation=${setup} @kantine-seen=${see}></kantine-setup>`;
  }
}
