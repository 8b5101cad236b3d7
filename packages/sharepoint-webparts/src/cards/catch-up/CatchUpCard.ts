/** How much waits for its reader, on a dashboard of Viva Connections: SharePoint's life cycle around it, no more. */
import { BaseAdaptiveCardExtension } from '@microsoft/sp-adaptive-card-extension-base';
import { useLanguage } from '@kantine/elements';
import { knownToPage } from '../../page/known-to-page.ts';
import { sitePageOf } from '../../page/site-page.ts';
import { readWaiting } from './waiting.ts';
import { WaitingView } from './waiting-view.ts';
import type { CardState } from './waiting-view.ts';

const view = 'waiting';

export default class CatchUpCard extends BaseAdaptiveCardExtension<object, CardState> {
  public override async onInit(): Promise<void> {
    const { web, cultureInfo } = this.context.pageContext;
    const legacy: unknown = this.context.pageContext.legacyPageContext;
    this.state = { waiting: undefined, page: web.absoluteUrl };
    // Where a language cannot be loaded, the words stay English.
    await useLanguage(cultureInfo.currentUICultureName).catch(() => undefined);
    this.cardNavigator.register(view, () => new WaitingView());
    const page = sitePageOf({ webUrl: web.absoluteUrl, ...knownToPage(legacy) });
    // The card is there before its number.
    void readWaiting(page).then((waiting) => this.setState({ waiting }));
  }

  protected override renderCard(): string {
    return view;
  }
}
