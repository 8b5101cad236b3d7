import { msg, str } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Acting } from '../kit/acting.ts';
import { controls } from '../kit/controls.ts';
import { errorText } from '../kit/error-text.ts';
import { emptyNotice, errorNotice, noticeStyles } from '../kit/notice.ts';
import { tokens } from '../kit/tokens.ts';
import { numberText } from '../locale/formats.ts';
import { listOf } from '../locale/list.ts';
import { LocaleController } from '../locale/locale-controller.ts';
import { plural } from '../locale/plural.ts';
import { goneNotice, refusedNotice, unfitNotice } from './for-owners.ts';
import { choiceAmong, readersChoice } from './readers.ts';
import type { Turned } from './readers.ts';
import { setupStyles } from './setup.styles.ts';
import type { SetupChoice, SetupNeed, SetupSituation, TellProgress } from './situation.ts';

/** Does it; safe to repeat, and goes on where an earlier attempt broke off. Tells how far it is. */
type SetUp = (told: TellProgress, readers?: SetupChoice) => Promise<void>;

/**
 * The start of a site: an owner chooses who takes part and sets Kantine up with one button; everybody else
 * sees whom to ask.
 *
 * @tag kantine-setup
 * @fires kantine-set-up once the host has confirmed it.
 * @fires kantine-seen when an owner has read what stays as it is.
 * @cssproperty --kantine-* the colours, radius and font of the host's theme; see the theming guide
 */
export class Setup extends LitElement {
  @property({ attribute: false }) situation: SetupSituation | undefined;
  @property({ attribute: false }) setUp: SetUp | undefined;
  /** One line only, where another widget on the page says the rest. */
  @property({ type: Boolean }) brief = false;
  @state() private progress: { readonly done: number; readonly all: number } | undefined;
  @state() private turned: Turned = new Map();
  readonly #acting = new Acting<'set-up'>(this);

  constructor() {
    super();
    new LocaleController(this);
  }

  readonly #start = async (): Promise<void> => {
    const { setUp, situation } = this;
    if (!setUp || !situation) return;
    const readers = 'readers' in situation ? situation.readers : undefined;
    const choice = readers && choiceAmong(readers, this.turned);
    const work = (): Promise<void> => setUp((done, all) => (this.progress = { done, all }), choice);
    this.progress = undefined;
    if (!(await this.#acting.run('set-up', work))) return;
    this.#tell('kantine-set-up');
  };

  #tell(event: 'kantine-set-up' | 'kantine-seen'): void {
    this.dispatchEvent(new CustomEvent(event, { bubbles: true, composed: true }));
  }

  readonly #turn = (id: number, isIn: boolean): void => {
    this.turned = new Map(this.turned).set(id, isIn);
  };

  protected override render(): TemplateResult | typeof nothing {
    const { situation } = this;
    if (!situation) return nothing;
    if (this.brief) return html`<p class="muted">${briefText(situation)}</p>`;
    if (situation.kind === 'left-out') return leftOut(situation.owners);
    if (situation.kind === 'ready') return this.#forNotes(situation.unfit);
    return situation.canSetUp ? this.#forOwner(situation) : forOthers(situation);
  }

  #forNotes(unfit: SetupNeed['unfit']): TemplateResult {
    return html`<section aria-labelledby="title">
      <h2 id="title">${msg('Kantine is up to date')}</h2>
      ${unfitNotice(unfit)}
      <div class="action">
        <button type="button" class="secondary" @click=${() => this.#tell('kantine-seen')}>
          ${msg('Understood')}
        </button>
      </div>
    </section>`;
  }

  #forOwner(situation: SetupNeed): TemplateResult {
    const { kind, tooLong = 0, readers = [], refused = [], gone = [], unfit } = situation;
    const { isBusy, error } = this.#acting;
    return html`<section aria-labelledby="title">
      <h2 id="title">${titles[kind]()}</h2>
      ${introduction(situation)} ${refused.length === 0 ? nothing : refusedNotice(refused)}
      ${gone.length === 0 ? nothing : goneNotice(gone)}
      ${
        tooLong === 0
          ? nothing
          : html`<p>
              ${msg('Some lists of this site hold more than 20,000 entries, too many for a new index. They go on working; a few of their views will take longer.')}
            </p>`
      }
      ${unfitNotice(unfit)}
      ${readers.length === 0 ? nothing : readersChoice(readers, this.turned, isBusy, this.#turn)}
      ${
        error === undefined
          ? nothing
          : errorNotice(
              `${errorText(error)} ${msg('What is done stays done; the button carries on from there.')}`,
            )
      }
      <div class="action">
        <button type="button" class="primary" aria-disabled=${isBusy} @click=${this.#start}>
          ${this.#label(kind)}
        </button>
        ${isBusy ? this.#progress() : nothing}
      </div>
      <p class="muted" role="status">
        ${
          isBusy
            ? msg('This takes up to a minute. Keep this page open.')
            : msg('You can leave it for later: nothing is made before you press the button.')
        }
      </p>
    </section>`;
  }

  /** A reader of the screen asks for the bar; the words beside it change too often to be read out. */
  #progress(): TemplateResult {
    const { done, all } = this.progress ?? {};
    return html`<progress
        aria-label=${msg('Setting up')}
        value=${done ?? nothing}
        max=${all ?? nothing}
      ></progress>
      ${
        done === undefined || all === undefined
          ? nothing
          : html`<span class="muted" aria-hidden="true">${stepText(done, all)}</span>`
      }`;
  }

  #label(kind: SetupNeed['kind']): string {
    if (this.#acting.isBusy) return kind === 'newcomers' ? msg('Saving…') : msg('Setting up…');
    if (this.#acting.error !== undefined) return msg('Try again');
    return labels[kind]();
  }

  static override styles = [tokens, controls, noticeStyles, setupStyles];
}

const titles: Readonly<Record<SetupNeed['kind'], () => string>> = {
  missing: () => msg('Set up Kantine'),
  outdated: () => msg('Update Kantine'),
  newcomers: () => msg('Somebody new can read this site'),
};

const labels: Readonly<Record<SetupNeed['kind'], () => string>> = {
  missing: () => msg('Set up'),
  outdated: () => msg('Update'),
  newcomers: () => msg('Save'),
};

function introduction({ kind, readers = [] }: SetupNeed): TemplateResult {
  if (kind === 'missing') {
    return html`<p>${msg('Three steps, and your colleagues can meet on this page.')}</p>
      ${steps()}`;
  }
  if (kind === 'outdated') {
    return html`<p>
      ${msg('This version keeps a little more than the one before. Nothing that was written changes.')}
    </p>`;
  }
  const count = readers.filter(({ isNew }) => isNew).length;
  const number = numberText(count);
  return html`<p>
    ${plural(count, {
      one: msg('1 person or group has been added since you chose who takes part in Kantine.'),
      other: msg(
        str`${number} people or groups have been added since you chose who takes part in Kantine.`,
      ),
    })}
  </p>`;
}

function stepText(done: number, all: number): string {
  const [step, steps] = [numberText(Math.min(done + 1, all)), numberText(all)];
  return msg(str`Step ${step} of ${steps}`);
}

const briefText = ({ kind }: SetupSituation): string =>
  kind === 'left-out'
    ? msg('Kantine is not open to you on this site.')
    : msg('This appears once Kantine is set up on this site.');

function leftOut(owners: readonly string[]): TemplateResult {
  const names = listOf(owners);
  return emptyNotice(
    msg('Kantine is not open to you here'),
    owners.length === 0
      ? msg(
          'You can read this site, but its owner has not opened Kantine to you. Ask them if you would like to take part.',
        )
      : msg(
          str`You can read this site, but its owner has not opened Kantine to you. If you would like to take part, ask ${names}.`,
        ),
  );
}

function forOthers({ kind, owners }: SetupNeed): TemplateResult {
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

/** What an owner has before them, from nothing to a first post. */
const steps = (): TemplateResult =>
  html`<ol>
    <li>
      <strong>${msg('Prepare this site.')}</strong>
      ${msg('Kantine makes places of its own for what people write. What is already here does not change.')}
    </li>
    <li>
      <strong>${msg('Start a group.')}</strong>
      ${msg('For a team, a project or a hobby: two people are enough.')}
    </li>
    <li>
      <strong>${msg('Say hello.')}</strong>
      ${msg('Write the first post: a question or a small success of this week is enough.')}
    </li>
  </ol>`;

declare global {
  interface HTMLElementTagNameMap {
    'kantine-setup': Setup;
  }
}
