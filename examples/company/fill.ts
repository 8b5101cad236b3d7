/** Lets the company live through its two months in a store, rule by rule, as if people had typed it. */
import { createCommunity, mentionToken } from '@kantine/core';
import type { Community, DirectoryPerson, Instant } from '@kantine/core';
import { changeHub, memoryMap, orderedHost } from '@kantine/core/ordered-store';
import type { OrderedMap } from '@kantine/core/ordered-store';
import { idIn } from './deed.ts';
import type { Deed, Ids } from './deed.ts';
import { goalDeeds } from './goals.ts';
import { groupDeeds } from './group-deeds.ts';
import { ideaDeeds } from './ideas.ts';
import { keepingDeeds } from './keeping.ts';
import { outcomeDeeds } from './outcomes.ts';
import type { Company, CompanyPerson } from './types.ts';

/** The people as a host's directory lists them. */
export function directoryOf(company: Company): DirectoryPerson[] {
  return company.people.map(toDirectoryPerson);
}

function toDirectoryPerson({ managerId, ...person }: CompanyPerson): DirectoryPerson {
  return { ...person, ...(managerId === undefined ? {} : { manager: managerId }) };
}

function profileDeeds({ profiles }: Company, at: Instant): Deed[] {
  return profiles.map(({ personId, ...profile }) => ({
    at,
    by: personId,
    run: (community) => community.card.update(profile),
  }));
}

/** A text as it is sent: who is mentioned in it stands there by the host's id. */
type Words = (text: string) => string;

const wordsFor =
  (personId: (id: string) => string): Words =>
  (text) =>
    text.replaceAll(/@\{([\w.]+)\}/g, (_, id: string) => mentionToken(personId(id)));

function postDeeds({ posts }: Company, ids: Ids, words: Words): Deed[] {
  const versions = new Map<string, string>();
  return posts.flatMap((post) => {
    const { id, groupId, authorId: by, text, firstText, createdAt, editedAt, kind } = post;
    const write: Deed = {
      at: createdAt,
      by,
      run: async (community) => {
        const group = idIn(ids, groupId);
        const written = await community.wall.post({
          group,
          text: words(firstText ?? text),
          key: `post-${id}`,
          ...(kind ? { kind } : {}),
        });
        ids.set(id, written.id);
        versions.set(id, written.version);
      },
    };
    if (editedAt === undefined) return [write];
    const edit: Deed = {
      at: editedAt,
      by,
      run: (community) => {
        const message = { group: idIn(ids, groupId), kind: 'post', id: idIn(ids, id) } as const;
        return community.wall.edit({ ...message, version: idIn(versions, id), text: words(text) });
      },
    };
    return [write, edit];
  });
}

function answerDeeds({ posts, comments, reactions }: Company, ids: Ids, words: Words): Deed[] {
  const groupOf = new Map(posts.map(({ id, groupId }) => [id, groupId]));
  const group = (postId: string): string => idIn(ids, groupOf.get(postId) ?? postId);
  const commentDeeds = comments.map(
    ({ id, postId, parentId, authorId: by, text, createdAt: at }): Deed => ({
      at,
      by,
      run: async (community) => {
        const parent = parentId === undefined ? {} : { parent: idIn(ids, parentId) };
        const target = { group: group(postId), post: idIn(ids, postId) };
        const comment = { ...target, ...parent, text: words(text), key: `comment-${id}` };
        ids.set(id, (await community.wall.comment(comment)).id);
      },
    }),
  );
  const reactionDeeds = reactions.map(
    ({ targetId, postId, authorId: by, kind, createdAt: at }): Deed => ({
      at,
      by,
      run: (community) => {
        const target = { kind: targetId === postId ? 'post' : 'comment', id: idIn(ids, targetId) };
        const message = { group: group(postId), ...target } as const;
        return community.wall.react({
          message: message as Parameters<Community['wall']['react']>[0]['message'],
          post: idIn(ids, postId),
          kind,
        });
      },
    }),
  );
  return [...commentDeeds, ...reactionDeeds];
}

function kudosDeeds({ kudos }: Company, personId: (id: string) => string): Deed[] {
  return kudos.map(({ id, giverId, recipientIds, value, reason, createdAt }) => ({
    at: createdAt,
    by: giverId,
    run: (community) => {
      const recipients = recipientIds.map(personId);
      const thanks = { recipients, value, reason, key: `kudos-${id}` };
      return community.kudos.give({ ...thanks, as: 'kudos' });
    },
  }));
}

/** Articles of groups that are there: a smaller company has fewer. */
function articleDeeds({ articles, groups }: Company, ids: Ids): Deed[] {
  const present = articles.filter(({ groupId }) => groups.some(({ id }) => id === groupId));
  return present.map(({ id, groupId, authorId: by, createdAt: at, ...words }) => ({
    at,
    by,
    run: (community) =>
      community.blog.publish({
        ...words,
        series: words.series ?? '',
        group: idIn(ids, groupId),
        key: `article-${id}`,
      }),
  }));
}

/** When the first group began, and with it the story. */
export const startOf = ({ groups }: Company): Instant =>
  Math.min(...groups.map(({ createdAt }) => createdAt));

/** Every deed in the order of time; equal times keep the order in which they depend on each other. */
function deedsOf(company: Company, ids: Ids, personId: (id: string) => string): Deed[] {
  const start = startOf(company);
  const words = wordsFor(personId);
  return [
    ...profileDeeds(company, start),
    ...groupDeeds(company, ids, personId),
    ...postDeeds(company, ids, words),
    ...answerDeeds(company, ids, words),
    ...outcomeDeeds(company, ids),
    ...keepingDeeds(company, ids),
    ...kudosDeeds(company, personId),
    ...ideaDeeds(company, ids, personId),
    ...goalDeeds(company, ids, personId),
    ...articleDeeds(company, ids),
  ].sort((a, b) => a.at - b.at);
}

/** Where the company lives its two months. */
interface Stage {
  /** The community as this person has it at this time. */
  readonly communityOf: (person: string, at: Instant) => Community;
  /** The host's id of a person, by the company's; the same unless told otherwise. */
  readonly personId?: (id: string) => string;
}

/**
 * Lets everybody do what they did, one deed after the other, in the order of time.
 * @returns the host's ids of groups, posts and comments, by the company's.
 */
export async function liveThrough(
  company: Company,
  { communityOf, personId = (id) => id }: Stage,
): Promise<ReadonlyMap<string, string>> {
  const ids: Ids = new Map();
  for (const { at, by, run } of deedsOf(company, ids, personId)) await run(communityOf(by, at));
  return ids;
}

/**
 * Writes the whole company into an empty store, through the community's own commands: what it holds
 * afterwards keeps every rule. In memory first, then as one transaction.
 * @returns the store's ids of groups, posts and comments, by the company's.
 */
export async function fillWithCompany(
  map: OrderedMap,
  company: Company,
): Promise<ReadonlyMap<string, string>> {
  const memory = memoryMap();
  const changes = changeHub();
  // People who left had not left yet.
  const people = directoryOf(company).map((person) => ({ ...person, active: true }));
  const ids = await liveThrough(company, {
    communityOf: (me, at) => {
      const clock = { now: () => at };
      const noIds = { next: () => `${me}-${at}` };
      return createCommunity(orderedHost({ map: memory, people, me, changes, clock, ids: noIds }));
    },
  });
  const entries = await memory.transact('read', (all) => all.scan({ from: '', to: '~' }));
  await map.transact('write', async (transaction) => {
    for (const { key, value } of entries) await transaction.set(key, value);
  });
  return ids;
}
