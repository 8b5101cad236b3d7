/** The card as SharePoint draws it. */
import {
  BaseComponentsCardView,
  PrimaryTextCardView,
} from '@microsoft/sp-adaptive-card-extension-base';
import type { ComponentsCardViewParameters } from '@microsoft/sp-adaptive-card-extension-base';
import type { Language } from '@kantine/elements/registry';
import { cardWords } from './waiting.ts';
import type { Waiting } from './waiting.ts';

export interface CardState {
  readonly waiting: Waiting | undefined;
  /** Where the card leads. */
  readonly page: string;
}

export class WaitingView extends BaseComponentsCardView<
  object,
  CardState,
  ComponentsCardViewParameters
> {
  readonly #language: Language;

  constructor(language: Language) {
    super();
    this.#language = language;
  }

  public override get cardViewParameters(): ComponentsCardViewParameters {
    const { waiting, page } = this.state;
    const { title, text, button } = cardWords(waiting, this.#language);
    return PrimaryTextCardView({
      cardBar: { componentName: 'cardBar', title },
      header: { componentName: 'text', text },
      body: { componentName: 'text', text: '' },
      footer: {
        componentName: 'cardButton',
        title: button,
        action: { type: 'ExternalLink', parameters: { target: page } },
      },
    });
  }

  public override get onCardSelection() {
    const { page } = this.state;
    return { type: 'ExternalLink' as const, parameters: { target: page } };
  }
}
