import { createHash } from 'node:crypto';
import { SetupError } from '../errors.ts';
import type { Content, Group, Site, Space, Subject, User } from './site.ts';

/** What stands for an account id where nobody is signed in. */
export const ANONYMOUS = 'unidentified';
const NOBODY: User = { accountId: ANONYMOUS, displayName: 'Anonymous' };

/** A site with everything found by its id. */
export class Directory {
  readonly cloudId: string;
  readonly url: string;
  readonly users: ReadonlyMap<string, User>;
  readonly groups: readonly Required<Group>[];
  readonly spaces: readonly Space[];
  readonly content: ReadonlyMap<string, Content>;

  readonly #mustConsent: Set<string>;

  constructor(site: Site) {
    const asking = site.users.filter(({ mustConsent }) => mustConsent);
    this.#mustConsent = new Set(asking.map(({ accountId }) => accountId));
    this.cloudId = site.cloudId ?? '11111111-2222-4333-8444-555555555555';
    this.url = site.url ?? 'https://example.atlassian.net';
    this.users = new Map(site.users.map((user) => [user.accountId, user]));
    this.groups = (site.groups ?? []).map((group) => ({ id: uuidOf(group.name), ...group }));
    this.spaces = site.spaces ?? [];
    this.content = new Map((site.content ?? []).map((content) => [content.id, content]));
    for (const content of this.content.values()) this.spaceByKey(content.space);
  }

  user(accountId: string): User {
    const user = accountId === ANONYMOUS ? NOBODY : this.users.get(accountId);
    if (!user) throw new SetupError(`The site has no user '${accountId}'.`);
    return user;
  }

  /** Whether somebody has still to allow the app to act for them. */
  mustConsent(accountId: string): boolean {
    return this.#mustConsent.has(accountId);
  }

  consent(accountId: string): void {
    this.#mustConsent.delete(accountId);
  }

  spaceByKey(key: string): Space {
    const space = this.spaces.find((each) => each.key === key);
    if (!space) throw new SetupError(`The site has no space '${key}'.`);
    return space;
  }

  groupsOf(accountId: string): readonly Required<Group>[] {
    return this.groups.filter(({ members }) => members.includes(accountId));
  }

  /** Whether somebody is one of those that are named. */
  isAmong(accountId: string, subjects: readonly Subject[] = []): boolean {
    if (subjects.includes('anonymous')) return true;
    if (accountId === ANONYMOUS) return false;
    const groups = this.groupsOf(accountId).map(({ name }) => `group:${name}`);
    const isGuest = this.users.get(accountId)?.isGuest ?? false;
    return subjects.some(
      (subject) =>
        (subject === 'everyone' && !isGuest) || subject === accountId || groups.includes(subject),
    );
  }
}

/** Ids are UUIDs; this one stays the same for a name. */
export function uuidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return [8, 4, 4, 4, 12]
    .reduce<{ parts: string[]; at: number }>(
      ({ parts, at }, length) => ({
        parts: [...parts, hex.slice(at, at + length)],
        at: at + length,
      }),
      { parts: [], at: 0 },
    )
    .parts.join('-');
}
