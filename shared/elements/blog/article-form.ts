/** The page to write on: in one file, since what is typed, kept and sent has to be seen together. */
import { isKantineError } from '@kantine/core';
import type { Audience, Draft, GroupView, PersonId } from '@kantine/core';
import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Acting } from '../kit/acting.ts';
import { Asking } from '../kit/asking.ts';
import { controls } from '../kit/controls.ts';
import { Drafting } from '../kit/drafting.ts';
import { draftName } from '../kit/drafts.ts';
import { formErrorText } from '../kit/form-error-text.ts';
import * as laterIcons from '../kit/later-icons.ts';
import { CommunityElement } from '../kit/kantine-element.ts';
import { errorNotice, failureNotice, loadingNotice, noticeStyles } from '../kit/notice.ts';
import { audienceLabel, audienceStyles } from '../parts/audience-label/audience-label.ts';
import { markdownStyles } from '../parts/markdown/markdown.ts';
import {
  acceptFields,
  emptyFields,
  fieldsFrom,
  isEmptyFields,
  Keeping,
  writtenIn,
} from './article-draft.ts';
import type { Fields } from './article-draft.ts';
import { articleFormStyles } from './article-form.styles.ts';
import { articleText } from '../parts/article-text.ts';
import { coverStyles } from './covers.ts';
import {
  coverFields,
  groupField,
  otherVersion,
  seriesField,
  whenFields,
  wordFields,
} from './form-parts.ts';
import type { OtherVersion } from './form-parts.ts';
import { pageStyles } from './page.styles.ts';
import { articleAt } from './where.ts';
import type { Where, Writing } from './where.ts';

/** A version of a changed article that is there now. */
type Other = OtherVersion & { readonly fields: Omit<Fields, 'group' | 'at'> };

/** As a field for a day and a time holds it, in the reader's own time. */
const localTime = (moment: number): string => {
  const local = new Date(moment - new Date(moment).getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
};

/**
 * A quiet page to write on.
 *
 * @fires kantine-go with where the reader wants to go.
 * @fires kantine-published with the article's head.
 */
export class ArticleForm extends CommunityElement {
  /** The group's id, where the blog is that of a group. */
  @property() group: string | undefined;
  /** The groups that the reader is in, elsewhere. */
  @property({ attribute: false }) groups: readonly GroupView[] = [];
  @property({ attribute: false }) me: PersonId | undefined;
  @property({ attribute: false }) writing: Writing = { kind: 'new' };
  /** Whether the host keeps back what waits to appear. */
  @property({ attribute: false }) isKeptBack = false;
  @state() private isLater = false;
  @state() private isPreview = false;
  /** The article as it was changed elsewhere meanwhile. */
  @state() private other: Other | undefined;
  readonly #acting = new Acting(this);
  readonly #draft = new Drafting<Fields>(this, {
    empty: emptyFields,
    accept: acceptFields,
    name: () => this.me && draftName(this.community?.site, this.me, 'article', this.#name),
    isEmpty: isEmptyFields,
  });
  readonly #keeping = new Keeping(this, {
    key: () => this.#key,
    fields: () => this.#draft.fields,
    kept: (version) => this.#draft.change({ version }),
  });
  /** The draft or the article that is gone on with. */
  readonly #asking = new Asking<Fields>(this, {
    args: () => [this.writing],
    ask: () => this.#begin(),
    mayRefresh: () => false,
  });
  readonly #readers = new Asking<Audience>(this, {
    args: () => [this.#place],
    ask: ({ wall }) => (this.#place === '' ? undefined : wall.audience({ group: this.#place })),
  });

  /** What it is kept under in this tab. */
  get #name(): string {
    const { writing } = this;
    if (writing.kind === 'new') return 'new';
    return writing.kind === 'draft'
      ? writing.key
      : `${writing.article.group} ${writing.article.id}`;
  }

  /** An article that is there is changed in this tab alone, until it is sent. */
  get #key(): string | undefined {
    const { writing } = this;
    if (writing.kind === 'change') return undefined;
    return writing.kind === 'draft' ? writing.key : this.#draft.key;
  }

  /** The group that it is published in; empty for none chosen. */
  get #place(): string {
    if (this.writing.kind === 'change') return this.writing.article.group;
    // A page whose editor chose no group holds an empty one.
    const { group = '' } = this;
    return group === '' ? this.#draft.fields.group : group;
  }

  /** What was typed in this tab and not sent goes before what is kept elsewhere. */
  async #begin(): Promise<Fields> {
    const { community, writing } = this;
    const typed = this.#draft.fields;
    this.isLater = typed.at !== '';
    if (!isEmptyFields(typed) || writing.kind === 'new' || !community) return typed;
    const fields = await this.#stored();
    this.#draft.change(fields);
    this.#keeping.read(this.#draft.fields);
    this.isLater = this.#draft.fields.at !== '';
    return this.#draft.fields;
  }

  async #stored(): Promise<Partial<Fields>> {
    const { community, writing } = this;
    if (writing.kind === 'draft' && community) {
      const draft = await community.blog.draft({ key: writing.key });
      return fieldsFrom(draft, draft.version);
    }
    if (writing.kind !== 'change') return {};
    const { article } = writing;
    const at = article.held ? localTime(article.at) : '';
    return { ...fieldsFrom(article, article.version), group: article.group, at };
  }

  readonly #change = (fields: Partial<Fields>): void => {
    this.#draft.change(fields);
    this.#keeping.typed();
  };

  /** Goes away from the page; what is kept elsewhere need not stay in this tab. */
  async #leave(where: Where): Promise<void> {
    await this.#acting.run('keep', async () => {
      const isKept = await this.#keeping.save();
      if (this.#keeping.other) return;
      if (isKept) this.#draft.clear();
      this.emit('kantine-go', where);
    });
  }

  readonly #send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { community, writing } = this;
    const group = this.#place;
    if (!community || group === '') return this.focusOn('#group');
    const { fields, key } = this.#draft;
    const moment = this.isLater ? Date.parse(fields.at) : undefined;
    if (moment !== undefined && Number.isNaN(moment)) return this.focusOn('#at');
    const goOn = await this.#keeping.end();
    const { blog } = community;
    const words = writtenIn(fields);
    const isDone = await this.#acting.run('send', async () => {
      const head =
        writing.kind === 'change'
          ? await blog.change({
              ...words,
              group,
              id: writing.article.id,
              version: fields.version,
              at: moment ?? 0,
            })
          : await blog.publish({
              ...words,
              group,
              key: this.#key ?? key,
              ...(moment === undefined ? {} : { at: moment }),
            });
      this.#draft.clear();
      this.emit('kantine-published', head);
    });
    if (isDone) return;
    goOn();
    if (isKantineError(this.#acting.error, 'Conflict')) await this.#compare();
  };

  /** The article was changed elsewhere: its writer sees both. */
  async #compare(): Promise<void> {
    const { community, writing } = this;
    if (!community || writing.kind !== 'change') return;
    const { group, id } = writing.article;
    const there = await community.blog.one({ group, id }).catch(() => undefined);
    if (!there) return;
    this.other = { ...there, fields: fieldsFrom(there, there.version) };
    this.#acting.clear();
  }

  protected override render(): TemplateResult {
    const { error, answer, ask } = this.#asking;
    return html`<section>
      <button type="button" class="quiet back" @click=${() => void this.#leave(this.#origin)}>
        ${laterIcons.back}<span>${msg('All articles')}</span>
      </button>
      <h2>
        ${this.writing.kind === 'change' ? msg('Change the article') : msg('Write an article')}
      </h2>
      ${
        error === undefined
          ? answer
            ? this.#form()
            : loadingNotice(msg('Loading the draft…'))
          : failureNotice(error, () => void ask())
      }
    </section>`;
  }

  get #origin(): Where {
    return this.writing.kind === 'change' ? articleAt(this.writing.article) : { page: 'list' };
  }

  #form(): TemplateResult {
    const { fields } = this.#draft;
    const { error, isBusy } = this.#acting;
    const isInvalid = isKantineError(error, 'Invalid') ? error.data.field : undefined;
    return html`<form @submit=${this.#send}>
      ${this.#versions()}
      ${
        this.isPreview
          ? html`<h3 dir="auto">${fields.title}</h3>
              ${fields.lead === '' ? nothing : html`<p class="lead" dir="auto">${fields.lead}</p>`}
              ${articleText(fields.text)}`
          : wordFields(fields, this.#change, isInvalid)
      }
      <div class="actions">
        <button type="button" class="secondary" @click=${() => (this.isPreview = !this.isPreview)}>
          ${this.isPreview ? msg('Go on writing') : msg('Preview')}
        </button>
        <p class="muted" role="status">${this.#keptText()}</p>
      </div>
      ${coverFields(fields, this.#change)} ${seriesField(fields, this.#change)}
      ${
        this.group || this.writing.kind === 'change'
          ? nothing
          : groupField(fields, this.groups, this.#change)
      }
      ${this.#readers.answer ? html`<div class="muted">${audienceLabel(this.#readers.answer)}</div>` : nothing}
      ${this.#when()}
      ${error === undefined ? nothing : errorNotice(`${formErrorText(error)} ${msg('What you wrote is kept.')}`)}
      <div class="actions">
        <button type="submit" class="primary" aria-disabled=${isBusy}>${this.#sendText()}</button>
        ${
          this.writing.kind === 'change'
            ? nothing
            : html`<button
                type="button"
                class="secondary"
                aria-disabled=${isBusy}
                @click=${() => void this.#leave({ page: 'own' })}
              >
                ${msg('Keep as a draft')}
              </button>`
        }
      </div>
    </form>`;
  }

  #sendText(): string {
    if (this.#acting.busy === 'send') return msg('Sending…');
    if (this.writing.kind === 'change') return msg('Save the change');
    return this.isLater ? msg('Publish at that time') : msg('Publish');
  }

  #when(): TemplateResult | typeof nothing {
    if (this.writing.kind === 'change' && !this.writing.article.held) return nothing;
    const choose = (isLater: boolean): void => {
      this.isLater = isLater;
      if (!isLater) this.#change({ at: '' });
    };
    const { isLater, isKeptBack } = this;
    return whenFields(this.#draft.fields, { isLater, isKeptBack, choose }, this.#change);
  }

  #versions(): TemplateResult | typeof nothing {
    const draft: Draft | undefined = this.#keeping.other;
    const found = draft ? { ...draft, fields: fieldsFrom(draft, draft.version) } : this.other;
    if (!found) return nothing;
    const settle = (fields: Partial<Fields>): void => {
      this.other = undefined;
      this.#keeping.settle();
      this.#change(fields);
      void this.#keeping.save();
      this.focusOn('#text');
    };
    return otherVersion(
      found,
      () => settle(found.fields),
      () => settle({ version: found.fields.version }),
    );
  }

  /** Where what is typed is kept. */
  #keptText(): string {
    const { error, isKept } = this.#keeping;
    if (this.writing.kind === 'change') return msg('Kept in this tab until you save the change.');
    if (error !== undefined) return msg('Kept in this tab. Your other devices do not have it yet.');
    return isKept ? msg('Kept on all of your devices. Only you can read it.') : '';
  }

  static override styles = [
    controls,
    noticeStyles,
    audienceStyles,
    markdownStyles,
    coverStyles,
    pageStyles,
    articleFormStyles,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-article-form': ArticleForm;
  }
}
