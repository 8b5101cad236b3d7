/** Why lines wait no more: somebody took their message back, or stewards hid it. Asked when lines are gone. */
import { groupContainer } from '../kernel/container.ts';
import type { Host } from '../kernel/ports.ts';
import { everybody } from '../mentions/everybody.ts';
import { unhidden } from '../stewards/unhidden.ts';
import { isComment, isPost } from '../wall/about-posts.ts';
import type { CommentRecord, MessageRef, PostRecord } from '../wall/message.ts';
import { names } from './admit.ts';
import type { Why } from './admit.ts';
import { findMessages } from './messages.ts';
import type { Wanted } from './messages.ts';

interface GoneLine {
  readonly message: MessageRef;
  readonly why: Why;
}

export interface TakenBack {
  readonly message: MessageRef;
  /** Who did it: its author, who deleted it or names the reader no more, or stewards, who hid it. */
  readonly by: 'author' | 'stewards';
}

interface Found extends Pick<MessageRef, 'group' | 'kind'> {
  readonly line: GoneLine;
  readonly message: PostRecord | CommentRecord;
}

function wantedFor(lines: readonly GoneLine[]): ReadonlyMap<string, Wanted> {
  const idsOf = (group: string, kind: MessageRef['kind']) =>
    new Set(
      lines
        .filter(({ message }) => message.group === group && message.kind === kind)
        .map(({ message }) => message.id),
    );
  const wanted = (group: string): Wanted => ({
    posts: idsOf(group, 'post'),
    comments: idsOf(group, 'comment'),
    targets: new Set(),
  });
  return new Map(lines.map(({ message: { group } }) => [group, wanted(group)]));
}

/** @returns those that were taken back or hidden; of groups that the reader may not read any more nothing. */
export async function readTakenBack(
  host: Host,
  lines: readonly GoneLine[],
): Promise<readonly TakenBack[]> {
  const me = await host.identity.me();
  const groups = [...new Set(lines.map(({ message }) => message.group))].map(groupContainer);
  const rights = await host.containers.rights(groups);
  const isReadable = ({ message: { group } }: GoneLine): boolean =>
    (rights.get(groupContainer(group)) ?? 'none') !== 'none';
  const readable = lines.filter(isReadable);
  if (readable.length === 0) return [];
  const { messages, acts } = await findMessages(host, me, wantedFor(readable), new Set());
  const found = readable.flatMap((line): Found[] => {
    const { group, kind, id } = line.message;
    const there = messages.get(groupContainer(group));
    const post = kind === 'post' ? there?.posts.get(id) : undefined;
    const comment = kind === 'comment' ? there?.comments.get(id) : undefined;
    const message = post && isPost(post) ? post : comment && isComment(comment) && comment;
    return message ? [{ line, group, kind, message }] : [];
  });
  const isTakenBack = ({ line: { why }, message: { fields } }: Found): boolean =>
    fields.deleted ||
    (why === 'mentioned' && !names(fields.text, me)) ||
    (why === 'everybody' && !names(fields.text, everybody));
  const standing = found.filter((each) => !isTakenBack(each));
  const shown = new Set(await unhidden(host, standing, acts));
  return found
    .filter((each) => !shown.has(each))
    .map((each) => ({
      message: each.line.message,
      by: isTakenBack(each) ? 'author' : 'stewards',
    }));
}
