/** What a page can ask about one message of a wall. The work is fetched when somebody opens it. */
import * as v from 'valibot';
import { groupContainer } from '../kernel/container.ts';
import { id } from '../kernel/input.ts';
import { query } from '../kernel/operation.ts';
import { messageRef } from './message-ref.ts';
import { comments, revisions } from './message.ts';
import { reactions } from './reaction.ts';

const reading = () => import(/* webpackChunkName: 'wall-message' */ './read-message.ts');

/** All comments of a post, oldest first. */
export const thread = query({
  input: v.strictObject({ group: id, post: id }),
  reads: ({ group }) => [
    [comments, groupContainer(group)],
    [reactions, groupContainer(group)],
  ],
  run: async (host, input) => (await reading()).readThread(host, input),
});

/** The earlier wordings of a message, oldest first. */
export const history = query({
  input: messageRef,
  reads: ({ group }) => [[revisions, groupContainer(group)]],
  run: async (host, input) => (await reading()).readHistory(host, input),
});

/** Who reacted, newest first, at most 100. */
export const reactors = query({
  input: messageRef,
  reads: ({ group }) => [[reactions, groupContainer(group)]],
  run: async (host, input) => (await reading()).readReactors(host, input),
});
