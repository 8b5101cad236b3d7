/** Drafts that outlive a reload, in the tab's own storage. */

export interface Draft {
  readonly text: string;
  /** Belongs to the draft, so that sending it again after a reload doubles nothing. */
  readonly key: string;
}

const storageKey = (name: string): string => `kantine.draft.${name}`;

/** Storage may be switched off, or full; then a draft lives as long as its page. */
function quietly<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}

export function loadDraft(name: string): Draft | undefined {
  return quietly(() => {
    const found = JSON.parse(sessionStorage.getItem(storageKey(name)) ?? 'null') as Draft | null;
    const isDraft = typeof found?.text === 'string' && typeof found.key === 'string';
    return isDraft ? found : undefined;
  });
}

export function saveDraft(name: string, draft: Draft): void {
  quietly(() => sessionStorage.setItem(storageKey(name), JSON.stringify(draft)));
}

export function dropDraft(name: string): void {
  quietly(() => sessionStorage.removeItem(storageKey(name)));
}
