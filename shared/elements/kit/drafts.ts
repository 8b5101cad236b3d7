/** What somebody typed and has not sent, kept through a reload in the tab's own storage. */

const prefix = 'kantine.draft.';

/** Storage may be switched off, or full; then a draft lives as long as its page. */
function quietly<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}

/** The draft of this name, as it was saved; others may write to the storage. */
export const loadDraft = (name: string): unknown =>
  quietly(() => JSON.parse(sessionStorage.getItem(prefix + name) ?? 'null') as unknown);

export function saveDraft(name: string, draft: object): void {
  quietly(() => sessionStorage.setItem(prefix + name, JSON.stringify(draft)));
}

export function dropDraft(name: string): void {
  quietly(() => sessionStorage.removeItem(prefix + name));
}

/** Whether anything in this tab is typed and not sent. */
export const hasDrafts = (): boolean =>
  quietly(() => Object.keys(sessionStorage).some((name) => name.startsWith(prefix))) ?? true;

/** Whose draft, of what and where: another person, or another site of this origin, finds nothing. */
export const draftName = (...parts: readonly (string | undefined)[]): string =>
  JSON.stringify(parts.map((part) => part ?? ''));

/**
 * A tab that is duplicated takes its drafts along, with their keys. One key is for one tab: a second
 * message under it would replace the first.
 */
export class KeyLock {
  /** Whether this tab alone has the key; until the browser has said so, and where it cannot, it has. */
  isOwn = true;
  #release: () => void = () => undefined;

  constructor(key: string) {
    const { locks } = navigator as Partial<Pick<Navigator, 'locks'>>;
    if (!locks) return;
    this.isOwn = false;
    const held = new Promise<void>((resolve) => (this.#release = resolve));
    void locks
      .request(prefix + key, () => {
        this.isOwn = true;
        return held;
      })
      .catch(() => (this.isOwn = true));
  }

  end(): void {
    this.#release();
  }
}
