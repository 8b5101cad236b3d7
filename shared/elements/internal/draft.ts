/** What somebody typed and has not sent, kept through a reload in the tab's own storage. */

/** A text with the key it will be sent under. */
export interface TextDraft {
  readonly text: string;
  /** Belongs to the draft, so that sending it again after a reload doubles nothing. */
  readonly key: string;
}

export const isTextDraft = (found: Partial<TextDraft>): found is TextDraft =>
  typeof found.text === 'string' && typeof found.key === 'string';

/** Whose draft, and of what: another person who signs in to the same tab finds nothing. */
export const draftName = (...parts: readonly string[]): string => JSON.stringify(parts);

const storageKey = (name: string): string => `kantine.draft.${name}`;

/** Storage may be switched off, or full; then a draft lives as long as its page. */
function quietly<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}

/** @param isDraft whether what was found is a draft of this kind; others may write to the storage. */
export function loadDraft<Draft>(
  name: string,
  isDraft: (found: Partial<Draft>) => found is Draft & Partial<Draft>,
): Draft | undefined {
  return quietly(() => {
    const found = JSON.parse(sessionStorage.getItem(storageKey(name)) ?? 'null') as unknown;
    if (typeof found !== 'object' || found === null) return undefined;
    return isDraft(found as Partial<Draft>) ? (found as Draft) : undefined;
  });
}

export function saveDraft(name: string, draft: object): void {
  quietly(() => sessionStorage.setItem(storageKey(name), JSON.stringify(draft)));
}

export function dropDraft(name: string): void {
  quietly(() => sessionStorage.removeItem(storageKey(name)));
}
