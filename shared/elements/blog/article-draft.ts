/** What somebody types into the form of an article, and keeping it on their other devices. */
import { coverColours, coverIcons, isKantineError } from '@kantine/core';
import type { Community, CoverColour, CoverIcon, Draft, Written } from '@kantine/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export interface Fields {
  readonly title: string;
  readonly lead: string;
  readonly text: string;
  readonly series: string;
  readonly colour: CoverColour;
  readonly icon: CoverIcon;
  /** The group that it is published in; empty for none chosen. */
  readonly group: string;
  /** When it appears, as the field for it holds that; empty for at once. */
  readonly at: string;
  /** What the words are based on; empty for nothing that is there. */
  readonly version: string;
}

export const emptyFields = (): Fields => ({
  title: '',
  lead: '',
  text: '',
  series: '',
  colour: coverColours[0],
  icon: coverIcons[0],
  group: '',
  at: '',
  version: '',
});

/** Others may write to the storage of a tab. */
export function acceptFields(stored: Readonly<Record<string, unknown>>): Fields | undefined {
  const {
    title,
    lead,
    text,
    series,
    group,
    at,
    version,
    colour: typedColour,
    icon: typedIcon,
  } = stored;
  const texts = { title, lead, text, series, group, at, version };
  if (!Object.values(texts).every((each) => typeof each === 'string')) return undefined;
  const colour = coverColours.find((each) => each === typedColour);
  const icon = coverIcons.find((each) => each === typedIcon);
  return colour && icon
    ? { ...(texts as Omit<Fields, 'colour' | 'icon'>), colour, icon }
    : undefined;
}

export const isEmptyFields = ({ title, lead, text }: Fields): boolean => title + lead + text === '';

export const writtenIn = ({ title, lead, text, series, colour, icon }: Fields): Written => ({
  title,
  lead,
  text,
  series,
  cover: { colour, icon },
});

/** The words of a draft or an article as fields of the form. */
export const fieldsFrom = (
  { title, lead, text, series = '', cover }: Omit<Written, 'series'> & { readonly series?: string },
  version: string,
): Omit<Fields, 'group' | 'at'> => ({ title, lead, text, series, ...cover, version });

/** Fewer characters are not kept elsewhere: they are a try. */
const worthKeeping = 20;
/** At most so often. In milliseconds. */
const often = 10_000;

type KeepingHost = ReactiveControllerHost & { readonly community: Community | undefined };

export interface KeepingOptions {
  /** The draft's key; undefined where what is written is kept in this tab alone. */
  readonly key: () => string | undefined;
  readonly fields: () => Fields;
  /** Told of the version that what is typed is based on from now on. */
  readonly kept: (version: string) => void;
}

/** Keeps a draft with the community: every ten seconds, when the page is left, and when it is asked to. */
export class Keeping implements ReactiveController {
  /** The draft as it was written elsewhere meanwhile: one of the two is to be chosen. */
  other: Draft | undefined;
  /** Why it could not be kept elsewhere; it is still in this tab. */
  error: unknown;
  /** Whether all that is typed is kept elsewhere, too. */
  isKept = false;
  readonly #host: KeepingHost;
  readonly #options: KeepingOptions;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> = Promise.resolve();
  #last = '';
  #isOver = false;

  constructor(host: KeepingHost, options: KeepingOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  readonly #hidden = (): void => {
    if (document.visibilityState === 'hidden') void this.save();
  };

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#hidden);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#hidden);
    void this.save();
  }

  /** Something was typed. */
  typed(): void {
    this.isKept = false;
    this.#timer ??= setTimeout(() => void this.save(), often);
  }

  /** What was read is kept already. */
  read(fields: Fields): void {
    this.#last = JSON.stringify(writtenIn(fields));
    this.isKept = true;
    this.#host.requestUpdate();
  }

  /** Keeps it now, after what is being kept. @returns whether it is kept. */
  async save(): Promise<boolean> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#saving = this.#saving.then(() => this.#save());
    await this.#saving;
    return this.isKept;
  }

  async #save(): Promise<void> {
    const { community } = this.#host;
    const key = this.#options.key();
    const fields = this.#options.fields();
    const { version, title, lead, text } = fields;
    const words = JSON.stringify(writtenIn(fields));
    if (this.#isOver || !community || key === undefined || this.other || words === this.#last)
      return;
    if (version === '' && (title + lead + text).length < worthKeeping) return;
    const based = version === '' ? {} : { version };
    try {
      const saved = await community.blog.saveDraft({ key, ...writtenIn(fields), ...based });
      this.#last = words;
      this.error = undefined;
      this.isKept = JSON.stringify(writtenIn(this.#options.fields())) === words;
      this.#options.kept(saved.version);
    } catch (error) {
      if (isKantineError(error, 'Conflict')) {
        this.other = await community.blog.draft({ key }).catch(() => undefined);
      }
      this.error = this.other ? undefined : error;
    }
    this.#host.requestUpdate();
  }

  /** One of the two versions was chosen. */
  settle(): void {
    this.other = undefined;
    this.#host.requestUpdate();
  }

  /** Nothing is kept from now on, once what is being kept is: it is published. @returns how to go on keeping. */
  async end(): Promise<() => void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#isOver = true;
    await this.#saving;
    return () => (this.#isOver = false);
  }
}
