/** What somebody typed and has not sent, kept through a reload in the tab's own storage. */

export const draftPrefix = 'kantine.draft.';

/** Storage may be switched off, or full; then a draft lives as long as its page. */
function quietly<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}

/** The draft of this name, as it was saved, or undefined; others may write to the storage. */
export const loadDraft = (name: string): unknown =>
  quietly(() => JSON.parse(sessionStorage.getItem(draftPrefix + name) ?? 'null') as unknown) ??
  undefined;

export function saveDraft(name: string, draft: object): void {
  quietly(() => sessionStorage.setItem(draftPrefix + name, JSON.stringify(draft)));
}

export function dropDraft(name: string): void {
  quietly(() => sessionStorage.removeItem(draftPrefix + name));
}

/** Whether anything in this tab is typed and not sent. */
export const hasDrafts = (): boolean =>
  quietly(() => Object.keys(sessionStorage).some((name) => name.startsWith(draftPrefix))) ?? true;

/** The owner, subject and site of a draft: another person, or another site of this origin, finds nothing. */
export const draftName = (...parts: readonly (string | undefined)[]): string =>
  JSON.stringify(parts.map((part) => part ?? ''));

/** Keys that other tabs hold. */
const foreign = new Set<string>();
/** Keys that this tab has asked for; it holds those that were free until it is closed. */
const asked = new Set<string>();

/**
 * Claims a key for this tab. A tab that is duplicated takes its drafts along, with their keys: a second
 * message under one key would replace the first.
 */
export async function claimKey(key: string): Promise<void> {
  const { locks } = navigator as Partial<Pick<Navigator, 'locks'>>;
  if (!locks || asked.has(key)) return;
  asked.add(key);
  await new Promise<void>((known) => {
    const request = locks.request(draftPrefix + key, { ifAvailable: true }, (lock) => {
      if (lock === null) foreign.add(key);
      known();
      return lock === null ? undefined : new Promise(() => undefined);
    });
    // Where the browser keeps no locks, nobody knows of another tab.
    request.catch(() => known());
  });
}

/** Whether another tab holds the key. */
export const isForeign = (key: string): boolean => foreign.has(key);
