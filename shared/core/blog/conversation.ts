/** Which post of a wall holds the conversation of which article. */
import type { ContainerId } from '../kernel/container.ts';
import type { Store } from '../kernel/ports.ts';
import { byKeys } from '../kernel/query.ts';
import { announces, announcing, targetName } from '../wall/message.ts';
import type { Decisions } from '../stewards/decisions.ts';
import type { PostRecord } from '../wall/message.ts';
import { articles } from './collections.ts';
import type { ArticleRecord } from './collections.ts';

/** The key of the post on the group's wall that holds an article's conversation: its author's, like the article. */
export const conversationKey = (key: string): string => `${announcing}${key}`;

/** What acts about an article itself name, beside those about its post: its author can take the post away. */
export const articleName = (id: string): string => targetName({ kind: 'article', id });

/** What may have been decided about: an article itself, and its post, where that is there. */
export const decidable = (
  { id, author }: Pick<ArticleRecord, 'id' | 'author'>,
  post: PostRecord | undefined,
): readonly Pick<PostRecord, 'id' | 'author'>[] => [
  { id: articleName(id), author },
  ...(post ? [post] : []),
];

/** What was decided about an article's post, or about itself, holds for it. */
export const isOpenTo = (
  decisions: Decisions,
  article: ArticleRecord,
  post: PostRecord | undefined,
): boolean => decisions.isShown('article', article) && (!post || decisions.isShown('post', post));

/** The articles that a post announces: one, unless its author wrote more by hand under its key. */
export async function announcedBy(
  store: Store,
  container: ContainerId,
  post: Pick<PostRecord, 'author' | 'key'>,
): Promise<readonly string[]> {
  if (!announces(post)) return [];
  const { author, key } = post;
  const query = byKeys(articles, container, author, [key.slice(announcing.length)]);
  const [{ records }] = await store.read([query]);
  return records.map(({ id }) => id);
}
