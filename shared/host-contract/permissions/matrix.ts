/** Who may do what in a group: one row an action, one column a person, for each kind of group. */

export const kinds = ['open', 'closed', 'secret'] as const;
export type GroupKind = (typeof kinds)[number];

/**
 * A visitor may read the host's place and not write there; a colleague has not joined. A member, an author of
 * the message at hand, and a steward have. An owner is one of the host, and in no group. An outsider never was
 * in a closed group, and a former member was.
 */
export const insideOpen = ['visitor', 'colleague', 'member', 'author', 'steward', 'owner'] as const;
export const aroundClosed = ['member', 'author', 'steward', 'owner', 'outsider', 'former'] as const;
export type Actor = (typeof insideOpen)[number] | (typeof aroundClosed)[number];

export const actorsOf = (kind: GroupKind): readonly Actor[] =>
  kind === 'open' ? insideOpen : aroundClosed;

export const actions = [
  'read',
  'post',
  'comment',
  'react',
  'accept an answer',
  'say that it helped',
  'thank for a message',
  'keep thanks to oneself',
  'thank somebody in the group',
  'take such thanks back',
  'keep such thanks to oneself',
  'edit',
  'delete',
  'publish an article',
  'change an article',
  'hide',
  'show',
  'close',
  'reopen',
  'pin',
  'add a topic',
  'say what a post is about',
  'decide about an idea',
  'take an idea back',
  'set a goal',
  'say how a goal goes',
  'say how a goal ended',
  'report',
  'read reports',
  'say that nothing is wrong',
  'appoint',
  'dismiss',
  'rename',
  'archive',
  'open it again',
  'let somebody in',
  'take somebody out',
] as const;
export type Action = (typeof actions)[number];

/** What a host decides by itself. */
export interface HostsOwn {
  /** As it declares in `supports`. */
  readonly closedLetters: 'stewards' | 'owners';
  /** Whether its owners are in every closed group, and answer for it as stewards do. */
  readonly areOwnersInside: boolean;
}

const writers: readonly Actor[] = ['colleague', 'member', 'author', 'steward'];

/** @returns undefined where an action does not exist for such a group, or does not matter for such a person. */
export function mayDo(
  action: Action,
  actor: Actor,
  kind: GroupKind,
  host: HostsOwn,
): boolean | undefined {
  const isOpen = kind === 'open';
  const isOwnerInside = !isOpen && actor === 'owner' && host.areOwnersInside;
  if (
    isOwnerInside &&
    !['report', 'read reports', 'say that nothing is wrong', 'rename'].includes(action)
  )
    return mayDo(action, 'steward', kind, host);
  const isIn = writers.includes(actor);
  const isOwnerOfOpen = isOpen && actor === 'owner';
  switch (action) {
    case 'read':
      return isOpen || isIn;
    case 'post':
    case 'comment':
    case 'react':
    case 'thank somebody in the group':
    case 'publish an article':
      return isIn || isOwnerOfOpen;
    // Nobody was helped by what they wrote themselves.
    case 'say that it helped':
    case 'thank for a message':
      return (isIn && actor !== 'author') || isOwnerOfOpen;
    // An owner becomes a steward first, which everybody can see.
    case 'accept an answer':
    case 'say what a post is about':
      return actor === 'author' || actor === 'steward';
    // Who gave such thanks, or got them, is their author here.
    case 'take such thanks back':
    case 'keep such thanks to oneself':
    // Of the thanks for what they wrote.
    case 'keep thanks to oneself':
    case 'edit':
    case 'delete':
    case 'take an idea back':
    case 'change an article':
      return actor === 'author';
    // The steward of the matrix started the group.
    case 'rename':
      return actor === 'steward';
    // An author decides nothing about their own idea, a steward's included.
    case 'decide about an idea':
    case 'set a goal':
    case 'say how a goal goes':
    case 'say how a goal ended':
    case 'pin':
    case 'add a topic':
      return actor === 'steward';
    case 'hide':
    case 'show':
    case 'archive':
    case 'open it again':
      return actor === 'steward' || isOwnerOfOpen;
    case 'close':
    case 'reopen':
      return actor === 'author' || actor === 'steward' || isOwnerOfOpen;
    case 'report':
      return actor === 'owner' ? undefined : isIn && actor !== 'author';
    case 'read reports':
      if (isOpen || host.closedLetters === 'owners') return actor === 'owner';
      return actor === 'steward';
    // Where owners read reports about a closed group, they need not be able to read the group.
    case 'say that nothing is wrong':
      if (!isOpen && actor === 'owner' && host.closedLetters === 'owners') return undefined;
      return mayDo('read reports', actor, kind, host);
    case 'let somebody in':
    case 'take somebody out':
      return isOpen ? undefined : actor === 'steward';
    case 'appoint':
    case 'dismiss':
      return isOpen ? actor === 'steward' || actor === 'owner' : undefined;
  }
}
