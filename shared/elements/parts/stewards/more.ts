/**
 * What opens behind "More" below a message: reporting it; for stewards hiding it and closing its conversation.
 * It is in one file, since one panel asks, sends and says each of them in the same steps.
 */
import type { CommentView, Instant, LetterReaders, PostView, StewardsView } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Acting } from '../../kit/acting.ts';
import type { KantineElement } from '../../kit/kantine-element.ts';
import { announce, announcing } from '../../kit/later-announce.ts';
import { addStyles } from '../../kit/later-styles.ts';
import { targetOf } from '../message/surroundings.ts';
import type {
  MessageActions,
  MessageStewarding,
  MessageTarget,
  MessageWriting,
} from '../message/surroundings.ts';
import { isReason, reasonForm, reportForm } from './forms.ts';
import type { ReasonForm } from './forms.ts';
import { dayText } from './day-text.ts';
import { moreStyles } from './more.styles.ts';
import { topicForm } from './topic-form.ts';
import type { TopicForm } from './topic-form.ts';
import { wordsOf } from './more-words.ts';
import type { Asked } from './more-words.ts';

type View = PostView | CommentView;

/** What is open: the choices, or the form of one of them. */
export type MoreKind = 'more' | 'report' | 'topic' | Asked;

type Work = (stewarding: MessageStewarding, target: MessageTarget) => Promise<void>;

/** The message below which it opens. */
interface MoreHost extends KantineElement {
  readonly view: View | undefined;
  readonly actions: MessageActions | undefined;
  readonly post: string | undefined;
  /** What stands behind the buttons of an answer to a question; undefined for other messages. */
  readonly further: unknown;
}

interface MoreOptions {
  readonly host: MoreHost;
  readonly acting: Acting<'delete' | 'history' | 'more'>;
  /** Closes the panel, and gives the focus back. */
  readonly close: () => void;
}

export class MessageMore {
  kind: MoreKind = 'more';
  readonly #options: MoreOptions;
  #stewarding: MessageStewarding | undefined;
  #writing: MessageWriting | undefined;
  #who: StewardsView | undefined;
  #readers: LetterReaders | undefined;
  #reason = '';
  #isShort = false;
  /** What was done, and is said until the panel closes. */
  #said = '';

  constructor(options: MoreOptions) {
    this.#options = options;
    addStyles(options.host, moreStyles);
    announcing(options.host);
  }

  get #target(): MessageTarget | undefined {
    const { view, post } = this.#options.host;
    return view && targetOf(view, post);
  }

  /** Opens the choices, or at once what one of them asks. */
  begin(kind: MoreKind): void {
    this.#choose(kind);
    const { host, acting } = this.#options;
    const asked = acting.run('more', async () => {
      const { actions, view } = host;
      if (!actions || !view) return;
      this.#stewarding = await actions.stewarding();
      [this.#who, this.#readers, this.#writing] = await Promise.all([
        this.#stewarding.stewards(),
        this.#stewarding.readers(view.author.id),
        actions.writing(),
      ]);
      if (kind === 'appeal') await this.#sayIfAsked();
    });
    // The choices stand below what is there already.
    if (kind !== 'more') void asked.then(() => host.focusOn('.panel :is(input, button)'));
  }

  /** One asks once: who did is told so, before a second note is written in vain. */
  async #sayIfAsked(): Promise<void> {
    const target = this.#target;
    if (!target || !(await this.#stewarding?.appealed(target))) return;
    this.#said = msg('You have asked already. The answer will appear here.');
  }

  #choose(kind: MoreKind): void {
    this.kind = kind;
    this.#reason = '';
    this.#isShort = false;
    this.#said = '';
    this.#options.host.requestUpdate();
    if (kind === 'topic' && this.#who?.areMe === true && !this.#writing?.topics[0])
      void this.#focusOnFirstTopic();
    else if (kind !== 'more') this.#options.host.focusOn('.panel :is(input, button)');
  }

  /** Where there is no topic to choose, a steward begins with the name of one. */
  async #focusOnFirstTopic(): Promise<void> {
    const { host } = this.#options;
    const loaded = await loadKeeper();
    await host.updateComplete;
    const keeper = host.renderRoot.querySelector('kantine-topic-keeper');
    if (loaded && keeper) keeper.focusOn('input');
    else host.focusOn('.panel button');
  }

  /** Whether one of the choices was made, whose form stands in the place of all of them. */
  get isAsking(): boolean {
    return this.kind !== 'more' || this.#said !== '';
  }

  /**
   * @param said what stands in the place of the form until it is closed; without it the panel closes at once.
   * @param heard what is said then to who does not see what changed.
   */
  #do(work: Work, said = () => '', heard = ''): void {
    const { acting, close, host } = this.#options;
    const target = this.#target;
    const stewarding = this.#stewarding;
    if (!target || !stewarding) return;
    void acting.run('more', async () => {
      await work(stewarding, target);
      this.#said = said();
      if (this.#said === '') {
        if (heard !== '') announce(host, heard);
        return close();
      }
      // Drawn before the focus moves: otherwise it would go to the form, and fall to the page with it.
      host.requestUpdate();
      host.focusOn('.panel button');
    });
  }

  render(view: View): TemplateResult | typeof nothing {
    if (this.#said !== '') return this.#confirmation();
    const who = this.#who;
    if (!who) {
      return this.#options.acting.error === undefined
        ? html`<p class="panel" role="status">${msg('Loading…')}</p>`
        : nothing;
    }
    switch (this.kind) {
      case 'more':
        return nothing;
      case 'report':
        return reportForm({
          ...this.#form,
          readers: this.#readers,
          name: nameOf(view),
          submit: (why, note) =>
            this.#do(
              (stewarding, target) => stewarding.report(target, why, note),
              () => msg('Thank you. It was passed on.'),
            ),
        });
      case 'topic':
        return topicForm(this.#topics(view as PostView, who));
      default:
        return reasonForm(this.#asked(view, this.kind, who));
    }
  }

  get #form() {
    const { acting, close } = this.#options;
    // What is on its way ends first.
    return { busy: acting.isBusy, cancel: () => (acting.isBusy ? undefined : close()) };
  }

  #confirmation(): TemplateResult {
    return html`<section class="panel" aria-label=${msg('More')}>
      <p role="status">${this.#said}</p>
      <div class="buttons">
        <button type="button" class="quiet" @click=${this.#options.close}>${msg('Close')}</button>
      </div>
    </section>`;
  }

  /** What the reader can do about the message, once that is known. */
  choices(view: View): TemplateResult | typeof nothing {
    if (!this.#who) return nothing;
    const { mayAct, areMe } = this.#who;
    const { host } = this.#options;
    const isPost = host.post === undefined;
    const isClosed = 'closed' in view;
    const choice = (label: string, choose: () => void): TemplateResult =>
      html`<li><button type="button" class="quiet" @click=${choose}>${label}</button></li>`;
    const open = (kind: MoreKind) => () => this.#choose(kind);
    const choices = [
      ...(view.mine || view.hidden ? [] : [choice(msg('Report…'), open('report'))]),
      ...(areMe && host.further !== undefined && !view.hidden
        ? [choice(msg('This solved it'), () => this.#accept(view))]
        : []),
      ...(mayAct && !view.mine
        ? [
            view.hidden
              ? choice(msg('Show again…'), open('show'))
              : choice(msg('Hide…'), open('hide')),
          ]
        : []),
      ...(isPost && (mayAct || view.mine)
        ? [
            isClosed
              ? choice(msg('Open the conversation again…'), open('reopen'))
              : choice(msg('Close the conversation…'), open('close')),
          ]
        : []),
      ...(isPost && (areMe || (view.mine && this.#writing?.topics[0]))
        ? [choice(msg('Topic…'), open('topic'))]
        : []),
      ...(isPost && areMe && !view.hidden ? this.#pinning(view as PostView, choice) : []),
    ];
    return choices.length === 0
      ? nothing
      : html`<ul class="plain choices">
          ${choices}
        </ul>`;
  }

  #pinning(
    view: PostView,
    choice: (label: string, choose: () => void) => TemplateResult,
  ): readonly TemplateResult[] {
    const writing = this.#writing;
    const pin = (pinned: boolean) => () => {
      let until: Instant | undefined;
      this.#do(
        async () => void (until = await writing?.pin(view, pinned)),
        () =>
          pinned
            ? msg(str`It is pinned above the wall until ${dayText(until ?? Date.now())}.`)
            : msg('It is no longer pinned above the wall.'),
      );
    };
    return writing?.isPinned(view.id)
      ? [choice(msg('Unpin'), pin(false)), choice(msg('Pin for 30 more days'), pin(true))]
      : [choice(msg('Pin above the wall'), pin(true))];
  }

  #topics(view: PostView, { areMe }: StewardsView): TopicForm {
    const writing = this.#writing;
    if (areMe) void loadKeeper();
    return {
      ...this.#form,
      topics: writing?.topics ?? [],
      current: view.topic?.id,
      areMe,
      keeping: {
        add: (name) => this.#kept(writing?.addTopic(name)),
        rename: (topic, name) => this.#kept(writing?.renameTopic(topic, name)),
        drop: (topic) => this.#kept(writing?.dropTopic(topic)),
      },
      move: (topic) =>
        this.#do(
          async () => writing?.moveToTopic(view.id, topic),
          undefined,
          topic === undefined ? msg('It has no topic now.') : msg('Its topic is changed.'),
        ),
    };
  }

  /** The topics of the group changed; the form stays open for more. */
  async #kept(change: Promise<void> | undefined): Promise<void> {
    await change;
    this.#options.host.requestUpdate();
  }

  /** A steward chooses an answer. */
  #accept({ id }: View): void {
    const { actions, post } = this.#options.host;
    this.#do(
      async () => {
        const writing = await actions?.writing();
        await writing?.accept(post ?? '', id);
        await actions?.refresh();
      },
      undefined,
      msg('It is marked as what solved the question.'),
    );
  }

  #asked(view: View, kind: Asked, { holdsBack }: StewardsView): ReasonForm {
    const { needsReason, said, heard, ...words } = wordsOf(kind, nameOf(view), holdsBack);
    const { host } = this.#options;
    return {
      ...this.#form,
      ...words,
      reason: this.#reason,
      isShort: this.#isShort,
      typed: (reason) => {
        this.#reason = reason;
        host.requestUpdate();
      },
      submit: () => {
        this.#isShort = needsReason && !isReason(this.#reason);
        host.requestUpdate();
        if (this.#isShort) host.focusOn('.panel input');
        else
          this.#do(
            (stewarding, target) => stewarding[kind](target, this.#reason),
            () => said ?? '',
            heard,
          );
      },
    };
  }
}

/** @returns whether it is there. */
const loadKeeper = (): Promise<boolean> =>
  import('../topic-keeper/define.ts').then(
    () => true,
    () => false,
  );

const nameOf = ({ author }: View): string => author.name || msg('Former colleague');
