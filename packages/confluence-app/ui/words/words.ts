/** The words of the app's own pages, in the reader's language. The elements bring theirs. */

export interface Words {
  // How the page stands
  /** With `{time}`. */
  readonly waiting: string;
  /** With `{time}`. */
  readonly paused: string;
  readonly behind: string;
  // The settings of a macro
  readonly notSaved: string;
  // Outside of all spaces
  readonly enabledNowhere: string;
  // The settings of a space
  readonly inThisSpace: string;
  readonly isEnabled: string;
  readonly isDisabled: string;
  readonly whatEnablingMeans: string;
  readonly whatDisablingMeans: string;
  /** With `{name}` and `{date}`. */
  readonly enabledBy: string;
  /** With `{date}`. */
  readonly enabledOn: string;
  /** With `{name}` and `{date}`. */
  readonly disabledBy: string;
  /** With `{date}`. */
  readonly disabledOn: string;
  readonly reallyDisable: string;
  readonly keepEnabled: string;
  readonly enable: string;
  readonly disable: string;
  readonly onlyAdministrators: string;
  readonly onlySiteAdministrators: string;
  readonly saved: string;
  // The settings of the site
  readonly storage: string;
  /** With `{used}` and `{most}`. */
  readonly storageUsed: string;
  readonly storageNear: string;
  readonly keep: string;
  readonly keepEverything: string;
  /** With `{months}`. */
  readonly keepMonths: string;
  readonly keepHelp: string;
  // Removing a message
  readonly removeTitle: string;
  readonly removeHelp: string;
  readonly chooseMessage: string;
  readonly removeWhich: string;
  readonly removeReason: string;
  readonly readersSee: string;
  /** With `{reason}`; readers see it in the place of the message. */
  readonly removedBecause: string;
  readonly reasonTooShort: string;
  readonly removeNow: string;
  readonly removed: string;
  readonly cannotRemove: string;
}

const loaders: Readonly<Record<string, () => Promise<{ readonly words: Words }>>> = {
  en: () => import('./en.ts'),
  nl: () => import('./nl.ts'),
  de: () => import('./de.ts'),
  fr: () => import('./fr.ts'),
};

/** @param tag a BCP 47 tag or Confluence's own form, such as nl_NL; English where we have no other. */
export async function wordsFor(tag: string): Promise<Words> {
  const language = tag.toLowerCase().split(/[-_]/)[0] ?? '';
  const load = loaders[language] ?? loaders.en;
  return ((await load?.()) as { readonly words: Words }).words;
}

/** Puts values where a sentence names them in braces. */
export const filled = (sentence: string, values: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
