/** What a reader passes on: the address of a post. */
import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { Acting } from '../../kit/acting.ts';
import { errorText } from '../../kit/error-text.ts';
import type { KantineElement } from '../../kit/kantine-element.ts';
import { messageAddress } from '../../kit/message-link.ts';
import type { Linked } from '../../kit/message-link.ts';
import { errorNotice } from '../../kit/notice.ts';

/** Shows an address and copies it, where the page may write to the clipboard; a frame may not. */
export class CopyLink {
  readonly #host: KantineElement;
  readonly #acting: Acting;
  #address = '';
  #isCopied = false;

  constructor(host: KantineElement) {
    this.#host = host;
    this.#acting = new Acting(host);
  }

  readonly #show = (linked: Linked): Promise<boolean> =>
    this.#acting.run('address', async () => {
      this.#isCopied = false;
      this.#address = await messageAddress(linked);
      this.#host.requestUpdate();
      this.#host.focusOn('input.address');
      // Some browsers ask the reader first, and answer late or never.
      navigator.clipboard.writeText(this.#address).then(
        () => {
          this.#isCopied = true;
          this.#host.requestUpdate();
        },
        () => undefined,
      );
    });

  render(linked: Linked): TemplateResult {
    const { isBusy, error } = this.#acting;
    return html`<button
        type="button"
        class="quiet"
        aria-disabled=${isBusy}
        @click=${() => this.#show(linked)}
      >
        ${msg('Copy link')}
      </button>
      ${this.#address === '' ? nothing : this.#field()}
      <div role="status">${this.#isCopied ? msg('The link is copied.') : nothing}</div>
      ${error === undefined ? nothing : errorNotice(errorText(error))}`;
  }

  #field(): TemplateResult {
    const select = ({ currentTarget }: Event): void => (currentTarget as HTMLInputElement).select();
    return html`<label>
      ${msg('The address of this conversation; it opens for everybody who can read it.')}
      <input class="address" readonly dir="ltr" .value=${this.#address} @focus=${select} />
    </label>`;
  }
}
