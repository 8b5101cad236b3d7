/** A wall on an emulated site of SharePoint as people leave it: posts with conversations and reactions. */
import {
  choiceMark,
  choiceOwner,
  collections,
  createCommunity,
  groupContainer,
  reactionKinds,
  targetName,
} from '@kantine/core';
import { fill } from '@kantine/sharepoint-host/testing';
import type { BulkRecord, Organisation } from '@kantine/sharepoint-host/testing';

const authors = ['anna', 'ben', 'zoe'] as const;
const posts = 200;
const commentsEach = 3;

const sentence = 'The soup of the day is pea, and there is bread from our own oven. ';
/** One to five sentences. */
const words = (number: number): string => sentence.repeat(1 + (number % 5)).trim();
const authorOf = (number: number): (typeof authors)[number] => authors[number % 3] ?? 'anna';
const message = { edited: false, deleted: false, reason: '' };

const range = (length: number): readonly number[] => Array.from({ length }, (_, at) => at);

/** @returns the id of the group, whose wall has 200 posts with three comments and three reactions each. */
export async function fillWithRealContent(organisation: Organisation): Promise<string> {
  const founder = createCommunity(organisation.hostOf('anna'));
  const group = await founder.groups.create({ name: 'Bench', purpose: '' });
  const container = groupContainer(group.id);
  const written = range(posts).map((at): BulkRecord => ({
    author: authorOf(at),
    key: `post ${at}`,
    fields: { text: words(at), ...message },
  }));
  await fill(organisation, collections.posts, container, written);
  const { posts: newest } = await founder.wall.read({ group: group.id });
  const ids = newest.map(({ id }) => id);
  const comments = ids.flatMap((post, at) =>
    range(commentsEach).map((nth): BulkRecord => ({
      author: authorOf(at + nth + 1),
      key: `comment ${post} ${nth}`,
      fields: { post, parent: '', text: words(nth), ...message },
    })),
  );
  await fill(organisation, collections.comments, container, comments, posts);
  const reactions = ids.flatMap((post, at) => authors.map((author) => reaction(author, post, at)));
  await fill(organisation, collections.reactions, container, reactions, 2 * posts);
  return group.id;

  function reaction(author: (typeof authors)[number], post: string, at: number): BulkRecord {
    const target = targetName({ kind: 'post', id: post });
    const kind = reactionKinds[at % reactionKinds.length] ?? '';
    const mark = choiceMark(target, kind);
    const owner = choiceOwner(post, organisation.ids[author]);
    return { author, key: target, fields: { post, target, kind, mark, owner } };
  }
}
