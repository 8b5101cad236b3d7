/** Messages and articles of several groups without those that stewards hid, or that came too late: where there is no room to say why. */
import type { ArticleRecord } from '../blog/collections.ts';
import type { Host } from '../kernel/ports.ts';
import { isAny } from '../kernel/query.ts';
import type { Rows } from '../kernel/query.ts';
import { targetName } from '../wall/message.ts';
import type { CommentRecord, PostRecord } from '../wall/message.ts';
import type { ActRecord } from './acts.ts';

/** The newest acts of each group, by its id; groups where surely nobody acted are left out. */
export type ActsOfGroups = ReadonlyMap<string, Rows<ActRecord['fields']>>;

/** @param answers to `newestActs`, in the order of the groups. */
export const actsByGroup = (
  groups: readonly string[],
  answers: readonly Rows<ActRecord['fields']>[],
): ActsOfGroups =>
  new Map(
    groups.flatMap((group, at) => {
      const acts = answers[at];
      return acts && isAny(acts) ? [[group, acts] as const] : [];
    }),
  );

type Message =
  | {
      readonly group: string;
      readonly kind: 'post' | 'comment';
      readonly message: PostRecord | CommentRecord;
    }
  | { readonly group: string; readonly kind: 'article'; readonly message: ArticleRecord };

/** Those of some messages that nobody hid, and that came in time, in their order. One more request where somebody acted in their groups. */
export async function unhidden<Found extends Message>(
  host: Host,
  found: readonly Found[],
  acts: ActsOfGroups,
): Promise<readonly Found[]> {
  if (acts.size === 0) return found;
  const { readDecisions } = await import(/* webpackChunkName: 'wall-acts' */ './read-decisions.ts');
  const hidden = new Set<Found>();
  await Promise.all(
    [...acts].map(async ([group, decided]) => {
      const own = found.filter((each) => each.group === group);
      if (own.length === 0) return;
      // Of a comment's post nobody has said whose it is, who closes its conversation as stewards do.
      const posts = own.map(({ kind, message: { id, author, fields } }) => {
        if (kind === 'article') return { id: targetName({ kind, id }), author };
        return 'post' in fields ? { id: fields.post, author: undefined } : { id, author };
      });
      const { isHidden, lateFor } = await readDecisions(host, group, posts, decided);
      for (const each of own) {
        if (isHidden(each.kind, each.message) || lateFor(each.message)) hidden.add(each);
      }
    }),
  );
  return found.filter((each) => !hidden.has(each));
}
