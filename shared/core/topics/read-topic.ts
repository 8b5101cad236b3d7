/** The posts of a topic: those whose authors said so, and those that were moved there. */
import { groupContainer, isClosed } from '../kernel/container.ts';
import type { Host } from '../kernel/ports.ts';
import { byIds, isAll, maxIn, rows } from '../kernel/query.ts';
import { newestActs } from '../stewards/acts.ts';
import { isPost } from '../wall/about-posts.ts';
import { newestMarks } from '../wall/marks.ts';
import type { MarkRecord } from '../wall/marks.ts';
import { posts } from '../wall/message.ts';
import type { PostRecord } from '../wall/message.ts';
import { pageSize, readPageOf } from '../wall/read-page.ts';
import type { PostPage } from '../wall/read-page.ts';
import { ofStewards, readTerms } from '../wall/steward-marks.ts';
import type { WallPage } from '../wall/view.ts';
import type { TopicPage } from './commands.ts';
import { placesOf } from './read-topics.ts';
import { isMove } from './topics.ts';

/** Which posts were moved, the newest moves first. Where members wrote many rows, those of stewards count alone. */
async function readMoves(host: Host, group: string): Promise<readonly MarkRecord[]> {
  const container = groupContainer(group);
  const answers = await host.store.read(
    placesOf(group).map((place) => newestMarks(place, 'topic')),
  );
  const [inGroup] = answers;
  if (!inGroup || isAll(inGroup) || isClosed(group))
    return answers.flatMap(({ records }) => records);
  const [decided] = await host.store.read([newestActs(container)]);
  const { ever } = await readTerms(host, group, decided);
  return ofStewards(host.store, group, 'topic', inGroup, ever);
}

const newestFirst = (one: PostRecord, other: PostRecord): number =>
  other.created - one.created || (other.id > one.id ? 1 : -1);

/** The page with those of the moved posts that stand within its span; nobody's word is believed here yet. */
async function withMoved(
  { store }: Host,
  group: string,
  page: PostPage,
  moved: readonly string[],
): Promise<PostPage> {
  const known = new Set(page.records.map(({ id }) => id));
  const missing = moved.filter((id) => !known.has(id)).slice(0, maxIn - known.size);
  if (missing.length === 0) return page;
  const [{ records }] = await store.read([byIds(posts, groupContainer(group), missing)]);
  const oldest = page.cursor === undefined ? undefined : page.records.at(-1)?.created;
  const within = records.filter(
    (record) => isPost(record) && (oldest === undefined || record.created >= oldest),
  );
  return { ...page, records: [...page.records, ...within].sort(newestFirst) };
}

/** @throws NotFound, Forbidden as a wall does; a topic that is none has no posts. */
export async function readTopic(
  host: Host,
  { group, topic, cursor, limit = pageSize }: TopicPage,
): Promise<WallPage> {
  const query = rows(posts, {
    container: groupContainer(group),
    index: 'byTopic',
    eq: topic,
    order: 'descending',
    limit,
    ...(cursor === undefined ? {} : { cursor }),
  });
  // Asked at one moment with the posts.
  const moves = readMoves(host, group);
  moves.catch(() => undefined);
  const page = await readPageOf(host, group, query, async (found) => {
    const into = (await moves).filter((mark) => isMove(mark) && mark.fields.value === topic);
    return withMoved(host, group, found, [...new Set(into.map(({ fields }) => fields.post))]);
  });
  return { ...page, posts: page.posts.filter((post) => post.topic?.id === topic) };
}
