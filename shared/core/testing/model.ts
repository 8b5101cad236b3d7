/** What a community should hold, in the plainest form there is. It knows nothing of stores or faults. */
import { limits } from '../settings/settings.ts';
import { weekName } from '../kudos/week.ts';
import type { Colleague } from './organisation.ts';

export interface ModelMessage {
  readonly kind: 'post' | 'comment';
  readonly id: string;
  readonly group: string;
  readonly author: Colleague;
  /** The post itself, or the post that it is on. */
  readonly post: string;
  readonly parent: string | undefined;
  text: string;
  /** Every version it had, the current one last. */
  versions: string[];
  history: string[];
  deleted: boolean;
  readonly reactions: Map<Colleague, string>;
}

interface ModelThanks {
  readonly key: string;
  readonly giver: Colleague;
  readonly recipients: readonly Colleague[];
  readonly as: 'kudos' | 'thanks';
  readonly week: string;
}

export interface Model {
  readonly groups: Map<string, { readonly members: Set<Colleague> }>;
  readonly messages: ModelMessage[];
  readonly thanks: Map<string, ModelThanks>;
  /** Until when somebody read a group. */
  readonly readUntil: Map<string, number>;
  /** What is left of somebody's rights in a group, where it is not everything. */
  readonly rights: Map<string, 'none' | 'read'>;
}

export const emptyModel = (): Model => ({
  groups: new Map(),
  messages: [],
  thanks: new Map(),
  readUntil: new Map(),
  rights: new Map(),
});

export const pair = (person: Colleague, group: string): string => `${person} in ${group}`;

export const rightOf = (model: Model, person: Colleague, group: string) =>
  model.rights.get(pair(person, group)) ?? 'write';

/** How many places of the week a giver has left. */
export function placesLeft({ thanks }: Model, giver: Colleague, now: number): number {
  const taken = [...thanks.values()]
    .filter((given) => given.giver === giver && given.as === 'kudos')
    .filter(({ week }) => week === weekName(now))
    .reduce((sum, { recipients }) => sum + recipients.length, 0);
  return limits.kudosPerWeek - taken;
}

export const commentsOf = ({ messages }: Model, post: string): ModelMessage[] =>
  messages.filter((message) => message.kind === 'comment' && message.post === post);

export function reactionCounts({ reactions }: ModelMessage): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const kind of reactions.values()) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
