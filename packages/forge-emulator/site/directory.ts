import { createHash } from 'node:crypto';
import { SetupError } from '../errors.ts';
import type { Content, Group, Site, Space, Subject, User } from './site.ts';

/** A site with everything found by its id. */
export class Directory {
  readonly cloudId: string;
  readonly url: string;
  readonly users: ReadonlyMap<string, User>;
  readonly groups: readonly Required<Group>[];
  readonly spaces: readonly Space[];
  readonly content: ReadonlyMap<string, Content>;

  constructor(site: Site) {
    this.cloudId = site.cloudId ?? '11111111-2222-4333-8444-555555555555';
    this.url = site.url ?? 'https://example.atlassian.net';
    this.users = new Map(site.users.map((user) => [user.accountId, user]));
    this.groups = (site.groups ?? []).map((group) => ({ id: groupId(group.name), ...group }));
    this.spaces = site.spaces ?? [];
    this.content = new Map((site.content ?? []).map((content) => [content.id, content]));
    for (const content of this.content.values()) this.spaceByKey(content.space);
  }

  user(accountId: string): User {
    const user = this.users.get(accountId);
    if (!user) throw new SetupError(`The site has no user '${accountId}'.`);
    return user;
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
    const groups = this.groupsOf(accountId).map(({ name }) => `group:${name}`);
    return subjects.some(
      (subject) => subject === 'everyone' || subject === accountId || groups.includes(subject),
    );
  }
}

/** Group ids are UUIDs in Confluence; this one stays the same for a name. */
function groupId(name: string): string {
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
