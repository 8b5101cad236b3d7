import { msg, str } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { Acting } from '../kit/acting.ts';
import { controls } from '../kit/controls.ts';
import { errorText } from '../kit/error-text.ts';
import { emptyNotice, errorNotice, noticeStyles } from '../kit/notice.ts';
import { tokens } from '../kit/tokens.ts';
import { listOf } from '../locale/list.ts';
import { LocaleController } from '../locale/locale-controller.ts';
import { setupStyles } from './setup.styles.ts';

/** What a host still needs before its widgets can work. */
export interface SetupSituation {
  /** Nothing is there yet, or what is there belongs to an earlier version. */
  readonly kind: 'missing' | 'outdated';
  /** Whether the reader may do it. */
  readonly canSetUp: boolean;
  /** Names of those who may; empty where the host does not say. */
  readonly owners: readonly string[];
  /** How many places are too full already for what an update would add to find things faster. */
  readonly tooLong?: number;
}

/**
 * The start of a site: an owner sets Kantine up with one button, everybody else sees whom to ask.
 *
 * @tag kantine-setup
 * @fires kantine-set-up once the host has confirmed it.
 * @cssproperty --kantine-* the colours, radius and font of the host's theme; see the theming guide
 */
export class Setup extends LitElement {
  @property({ attribute: false }) situation: SetupSituation | undefined;
  /** Does it; safe to repeat, and goes on where an earlier attempt broke off. */
  @property({ attribute: false }) setUp: (() => Promise<void>) | undefined;
  /** One line only, where another widget on the page says the rest. */
  @property({ type: Boolean }) brief = false;
  readonly #acting = new Acting<'set-up'>(this);

  constructor() {
    super();
    new LocaleController(this);
  }

  readonly #start = async (): Promise<void> => {
    const { setUp } = this;
    if (!setUp || !(await this.#acting.run('set-up', setUp))) return;
    this.dispatchEvent(new CustomEvent('kantine-set-up', { bubbles: true, composed: true }));
  };

  protected override render(): TemplateResult | typeof nothing {
    const { situation } = this;
    if (!situation) return nothing;
    if (this.brief) {
      return html`<p class="muted">${msg('This appears once Kantine is set up on this site.')}</p>`;
    }
    return situation.canSetUp ? this.#forOwner(situation) : this.#forOthers(situation);
  }

  #forOthers({ kind, owners }: SetupSituation): TemplateResult {
    const names = listOf(owners);
    return emptyNotice(
      kind === 'missing'
        ? msg('Kantine is not set up here yet')
        : msg('Kantine needs an update here'),
      owners.length === 0
        ? msg('An owner of this site can do it with one button on this page.')
        : msg(str`An owner of this site can do it with one button on this page: ${names}.`),
    );
  }

  #forOwner({ kind, tooLong = 0 }: SetupSituation): TemplateResult {
    const isNew = kind === 'missing';
    return html`<section aria-labelledby="title">
      <h2 id="title">${isNew ? msg('Set up Kantine') : msg('Update Kantine')}</h2>
      ${
        isNew
          ? html`<p>${msg('Three steps, and your colleagues can meet on this page.')}</p>
              ${steps()}`
          : html`<p>
              ${msg('This version keeps a little more than the one before. Nothing that was written changes.')}
            </p>`
      }
      ${
        tooLong === 0
          ? nothing
          : html`<p>
              ${msg('Some lists of this site hold more than 20,000 entries, too many for a new index. They go on working; a few of their views will take longer.')}
            </p>`
      }
      ${
        this.#acting.error === undefined
          ? nothing
          : errorNotice(
              `${errorText(this.#acting.error)} ${msg('What is done stays done; the button goes on from there.')}`,
            )
      }
      <div class="action">
        <button
          type="button"
          class="primary"
          aria-disabled=${this.#acting.isBusy}
          @click=${this.#start}
        >
          ${this.#label(isNew)}
        </button>
        ${this.#acting.isBusy ? html`<progress aria-label=${msg('Setting up')}></progress>` : nothing}
      </div>
      <p class="muted" role="status">
        ${
          this.#acting.isBusy
            ? msg('This takes up to a minute. Keep this page open.')
            : msg('You can leave it for later: nothing is made before you press the button.')
        }
      </p>
    </section>`;
  }

  #label(isNew: boolean): string {
    if (this.#acting.isBusy) return msg('Setting up…');
    if (this.#acting.error !== undefined) return msg('Try again');
    return isNew ? msg('Set up') : msg('Update');
  }

  static override styles = [tokens, controls, noticeStyles, setupStyles];
}

/** What an owner has before them, from nothing to a first post. */
const steps = (): TemplateResult =>
  html`<ol>
    <li>
      <strong>${msg('Prepare this site.')}</strong>
      ${msg('Kantine makes places of its own for what people write. Nothing that is there changes.')}
    </li>
    <li>
      <strong>${msg('Choose a group.')}</strong>
      ${msg('Edit this page, and choose or start a group for its wall.')}
    </li>
    <li>
      <strong>${msg('Say hello.')}</strong>
      ${msg('Write the first post, or thank a colleague.')}
    </li>
  </ol>`;

declare global {
  interface HTMLElementTagNameMap {
    'kantine-setup': Setup;
  }
}
