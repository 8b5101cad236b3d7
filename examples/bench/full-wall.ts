/**
 * A wall with everything that a group puts on one: pins, topics, hidden posts, accepted answers, mentions. And many
 * groups in which something waits for a reader.
 */
import { mentionToken } from '@kantine/core';
import type { Community, PersonId } from '@kantine/core';

/** Who writes, as whom: the founder is a steward, a colleague writes, a reader is mentioned. */
interface Writers {
  readonly founder: Community;
  readonly colleague: Community;
  readonly reader: PersonId;
  /** Lets time pass, where somebody may write only so much in a while. */
  readonly pause?: () => Promise<unknown>;
}

const topics = ['Recipes', 'Opening hours', 'Allergies'] as const;
const pins = 3;
const questions = 5;
const hidden = 3;
const mentions = 300;
const betweenPauses = 10;
/** What a wall's first page holds. */
const newest = 20;

/** @returns the id of a new group, and those of its topics. */
export async function startGroup(
  founder: Community,
): Promise<{ readonly group: string; readonly topicIds: readonly string[] }> {
  const { id: group } = await founder.groups.create({ name: 'Bench', purpose: '' });
  for (const name of topics) await founder.wall.addTopic({ group, name, key: founder.newKey() });
  const { topics: kept = [] } = await founder.wall.read({ group });
  return { group, topicIds: kept.map(({ id }) => id) };
}

/** What happens on a wall above what fills it; the newest page holds what costs most. */
export async function fillNewest(
  { founder, colleague, reader, pause = () => Promise.resolve() }: Writers,
  group: string,
  topicIds: readonly string[],
): Promise<void> {
  const pinned: string[] = [];
  for (let at = 0; at < mentions; at += 1) {
    if (at % betweenPauses === 0) await pause();
    const text = `Soup ${at}, ${mentionToken(reader)}?`;
    const { id } = await colleague.wall.post({ group, text, key: colleague.newKey() });
    if (pinned.length < pins) pinned.push(id);
  }
  for (const post of pinned) await founder.wall.pin({ group, post, pinned: true });
  for (let at = 0; at < newest; at += 1) {
    if (at % betweenPauses === 0) await pause();
    const isQuestion = at < questions;
    const topic = topicIds[at % (topicIds.length + 1)];
    const { id } = await colleague.wall.post({
      group,
      text: `Newest ${at}`,
      key: colleague.newKey(),
      ...(isQuestion ? { kind: 'question' as const } : {}),
      ...(topic === undefined ? {} : { topic }),
    });
    const key = founder.newKey();
    const answer = await founder.wall.comment({ group, post: id, text: 'At noon.', key });
    if (isQuestion) await colleague.wall.accept({ group, post: id, comment: answer.id });
    if (at >= newest - hidden) {
      const reason = 'It names a customer';
      await founder.stewards.hide({ group, kind: 'post', id, reason, key: founder.newKey() });
    }
    const [to] = topicIds;
    if (at === newest - hidden - 1 && to !== undefined)
      await founder.wall.moveToTopic({ group, post: id, topic: to });
  }
}

/** @throws where a page does not show what the wall was filled with. */
export async function expectFull(page: Community, group: string): Promise<void> {
  const wall = await page.wall.read({ group });
  const found = {
    posts: wall.posts.length,
    pins: wall.pins?.length,
    topics: wall.topics?.length,
    hidden: wall.posts.filter((post) => post.hidden).length,
    accepted: wall.posts.filter((post) => post.accepted).length,
    dropped: wall.dropped,
  };
  const wanted = {
    posts: newest,
    pins,
    topics: topics.length,
    hidden,
    accepted: questions,
    dropped: 0,
  };
  if (JSON.stringify(found) === JSON.stringify(wanted)) return;
  throw new Error(`The wall is not the one filled: ${JSON.stringify(found)}`);
}

export const openGroups = 30;
export const closedGroups = 10;
const each = 5;
/** Whether something waits in one of them. */
export const waitsIn = (number: number): boolean => number % each === 0;
/** In how many of them something waits. */
export const waitingIn = (groups: number): number => Math.ceil(groups / each);
