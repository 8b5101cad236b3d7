/**
 * Rows that a member might write by hand, with a REST client and patience. All are in one file, since one test
 * goes through them and each is a few lines.
 */
import { collections, groupContainer, targetName } from '@kantine/core';
import type { Collection, ContainerId } from '@kantine/core';
import { columns } from '../schema/index.ts';
import type { Organisation } from './organisation.ts';

export interface Forgery {
  readonly collection: Collection;
  readonly container?: ContainerId;
  readonly key: string;
  readonly fields: Readonly<Record<string, unknown>>;
  /** Whose key it claims; Ben's own unless told otherwise. */
  readonly as?: string;
  /** Columns that are not as Kantine would write them. */
  readonly columns?: Readonly<Record<string, unknown>>;
}

/** Whom the rows are about: Ben writes them. */
export interface Victims {
  readonly ids: Organisation['ids'];
  readonly group: string;
  /** A post by Anna, which she edited. */
  readonly post: { readonly id: string; readonly version: string };
  /** A topic of the group, which the post has. */
  readonly topic: string;
}

const {
  acts,
  marks,
  kudos,
  posts,
  comments,
  mentions,
  reactions,
  revisions,
  memberships,
  profiles,
  groups,
} = collections;

const kudosOf = (recipient: string, more: object = {}) => ({
  recipient,
  value: 'helps-out',
  reason: 'for all the bread',
  batch: 'batch-of-ben',
  ...more,
});

const text = (words: string) => ({ text: words, edited: false, deleted: false, reason: '' });

const markOf = (family: string, post: string, value: string) => {
  const target = targetName({ kind: 'post', id: post });
  return { post, target, family, value, to: '', mark: `${family}:${target}|${value}` };
};

const topicAct = (family: string, target: string, reason: string) => ({
  family,
  post: '',
  target,
  person: '',
  reason,
  appointer: '',
});

/** Each writes one row, or tries to. */
export function forgeriesBy({
  ids,
  group,
  post,
  topic,
}: Victims): Readonly<Record<string, Forgery>> {
  const room = groupContainer(group);
  const target = targetName({ kind: 'post', id: post.id });
  return {
    'a pin of who is no steward': {
      collection: marks,
      container: room,
      key: `pin:post:4040`,
      fields: markOf('pin', '4040', String(Date.UTC(2099, 0, 1))),
    },
    'a pin taken back by who is no steward': {
      collection: marks,
      container: room,
      key: `pin:${target}`,
      fields: markOf('pin', post.id, ''),
    },
    'a pin in a steward’s name': {
      collection: marks,
      container: room,
      key: `pin:${target}`,
      as: ids.anna,
      fields: markOf('pin', post.id, ''),
    },
    'a topic of who is no steward': {
      collection: acts,
      container: room,
      key: 'a topic of ben',
      fields: topicAct('topic', '', 'Buy my bike'),
    },
    'another name for a topic': {
      collection: acts,
      container: room,
      key: 'a name of ben',
      as: ids.anna,
      fields: topicAct('topic', topic, 'Bikes'),
    },
    'the end of a topic': {
      collection: acts,
      container: room,
      key: 'an end of ben',
      fields: topicAct('untopic', topic, ''),
    },
    'a colleague’s post moved to no topic': {
      collection: marks,
      container: room,
      key: `topic:${target}`,
      fields: markOf('topic', post.id, ''),
    },
    'kudos in a colleague’s name': {
      collection: kudos,
      key: JSON.stringify(['kudos', '2026-11-23', 0]),
      as: ids.anna,
      fields: kudosOf(ids.zoe),
    },
    'kudos to oneself': {
      collection: kudos,
      key: JSON.stringify(['kudos', '2026-11-23', 1]),
      fields: kudosOf(ids.ben),
    },
    'kudos over the allowance': {
      collection: kudos,
      key: JSON.stringify(['kudos', '2026-11-23', 5]),
      fields: kudosOf(ids.anna),
    },
    'kudos of another week’s allowance': {
      collection: kudos,
      key: JSON.stringify(['kudos', '2026-11-30', 0]),
      fields: kudosOf(ids.anna),
    },
    'kudos for a value that is none': {
      collection: kudos,
      key: JSON.stringify(['kudos', '2026-11-23', 2]),
      fields: kudosOf(ids.anna, { value: 'obeys' }),
    },
    'kudos without a reason': {
      collection: kudos,
      key: JSON.stringify(['kudos', '2026-11-23', 3]),
      fields: kudosOf(ids.anna, { reason: 'well' }),
    },
    'thanks under a key that names somebody else': {
      collection: kudos,
      key: JSON.stringify(['thanks', 'batch-of-ben', ids.zoe]),
      fields: kudosOf(ids.anna),
    },
    'a post in a colleague’s name': {
      collection: posts,
      container: room,
      key: 'forged-post',
      as: ids.anna,
      fields: text('I quit'),
    },
    'an author in the payload': {
      collection: posts,
      container: room,
      key: 'forged-author',
      as: ids.anna,
      fields: { ...text('I quit'), author: ids.anna },
      columns: { Title: ids.anna },
    },
    'a post without words of the declared kind': {
      collection: posts,
      container: room,
      key: 'malformed',
      fields: { text: 7, edited: 'no', deleted: null, reason: [] },
    },
    'a post far too long': {
      collection: posts,
      container: room,
      key: 'huge',
      fields: text('x'.repeat(400_000)),
    },
    'a row whose fields are no JSON': {
      collection: posts,
      container: room,
      key: 'no-json',
      fields: text(''),
      columns: { [columns.fields]: '{"text":' },
    },
    'a row whose key is no JSON': {
      collection: posts,
      container: room,
      key: 'no-key',
      fields: text('?'),
      columns: { [columns.key]: 'null' },
    },
    'a row without anything': {
      collection: comments,
      container: room,
      key: 'nothing',
      fields: {},
      columns: { [columns.owner]: null, [columns.key]: null, [columns.fields]: null },
    },
    'a comment that claims to stand in another group': {
      collection: comments,
      container: groupContainer('elsewhere'),
      key: 'elsewhere',
      fields: { ...text('Psst'), post: post.id, parent: '' },
    },
    'a mention by a message that is not there': {
      collection: mentions,
      container: room,
      key: `post:4040|${ids.zoe}`,
      fields: { to: ids.zoe, target: 'post:4040' },
    },
    'a mention by a colleague’s message': {
      collection: mentions,
      container: room,
      key: `${target}|${ids.zoe}`,
      fields: { to: ids.zoe, target },
    },
    'a mention of everybody by a colleague’s message': {
      collection: mentions,
      container: room,
      key: `${target}|`,
      fields: { to: '', target },
    },
    'a mention in a colleague’s name': {
      collection: mentions,
      container: room,
      key: `${target}|${ids.zoe}`,
      as: ids.anna,
      fields: { to: ids.zoe, target },
    },
    'an earlier wording of a colleague’s message': {
      collection: revisions,
      container: room,
      key: JSON.stringify([target, post.version]),
      fields: { target: target, text: 'I never said that' },
    },
    'a reaction that is not offered': {
      collection: reactions,
      container: room,
      key: target,
      fields: {
        post: post.id,
        target: target,
        kind: 'hate',
        mark: `${target}|hate`,
        owner: JSON.stringify([post.id, ids.ben]),
      },
    },
    'a second reaction under another key': {
      collection: reactions,
      container: room,
      key: 'second',
      fields: {
        post: post.id,
        target: target,
        kind: 'like',
        mark: `${target}|like`,
        owner: JSON.stringify([post.id, ids.ben]),
      },
    },
    'a colleague’s membership': {
      collection: memberships,
      key: group,
      as: ids.zoe,
      fields: { group, person: ids.zoe },
    },
    'a membership for a colleague': {
      collection: memberships,
      key: 'not-the-group',
      fields: { group, person: ids.zoe },
    },
    'a colleague’s profile': {
      collection: profiles,
      key: 'profile',
      as: ids.anna,
      fields: { about: 'I quit', askMeAbout: [], interests: [] },
      columns: { [columns.slot]: 'beside hers' },
    },
    'a group under a name that it does not show': {
      collection: groups,
      key: 'book club',
      fields: { name: 'Something else', title: 'book club', purpose: '', access: 'open' },
    },
    'a secret group for everybody to see': {
      collection: groups,
      key: 'lunch run',
      fields: { name: 'Lunch run', title: 'lunch run', purpose: '', access: 'secret' },
    },
  };
}
