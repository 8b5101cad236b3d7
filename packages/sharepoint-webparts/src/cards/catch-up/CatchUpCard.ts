/** How much waits for its reader, on a dashboard of Viva Connections: SharePoint's life cycle around it, no more. */
import { BaseAdaptiveCardExtension } from '@microsoft/sp-adaptive-card-extension-base';
import { languageOf } from '@kantine/elements/registry';
import { sharePointHost } from '@kantine/sharepoint-host';
import { knownToPage } from '../../page/known-to-page.ts';
import { readWaiting } from './waiting.ts';
import { WaitingView } from './waiting-view.ts';
import type { CardState } from './waiting-view.ts';

const view = 'waiting';

export default class CatchUpCard extends BaseAdaptiveCardExtension<object, CardState> {
  public override onInit(): Promise<void> {
    const { web, cultureInfo } = this.context.pageContext;
    const webUrl = web.absoluteUrl;
    const legacy: unknown = this.context.pageContext.legacyPageContext;
    const language = languageOf(cultureInfo.currentUICultureName);
    this.state = { waiting: undefined, page: webUrl };
    this.cardNavigator.register(view, () => new WaitingView(language));
    const host = sharePointHost({ webUrl, ...knownToPage(legacy) });
    // The card is there before its number.
    void readWaiting(host).then((waiting) => this.setState({ waiting }));
    return Promise.resolve();
  }

  protected override renderCard(): string {
    return view;
  }
}
