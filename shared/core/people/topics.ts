/** What several colleagues write in their profiles, for who writes their own. */
import { profileKey } from '../card/profile.ts';
import { profiles } from '../card/profiles.ts';
import { isWellFormed, keyIndex } from '../kernel/collection.ts';
import { communityContainer } from '../kernel/container.ts';
import { maxNewest, newest } from '../kernel/newest-query.ts';
import type { Host } from '../kernel/ports.ts';
import { authorKey, maxIn, rows } from '../kernel/query.ts';
import type { PersonId } from '../kernel/record.ts';
import { tagKey } from './tag-key.ts';
import { isTag, saidOf } from './tag-rows.ts';
import type { TagKind } from './tag-rows.ts';
import { tags } from './tags.ts';

/** The topics of profiles. Department and place have lists of their own. */
export const topicKinds = ['ask', 'interest', 'language'] as const satisfies readonly TagKind[];
export type TopicKind = (typeof topicKinds)[number];

/** A topic by itself would tell of one colleague. */
const fewestPeople = 2;
const mostTopics = 60;

export interface Topic {
  readonly kind: TopicKind;
  /** As most of them write it. */
  readonly text: string;
}

interface Used {
  readonly kind: TopicKind;
  readonly tag: string;
  readonly people: Set<PersonId>;
}

const isTopicKind = (kind: string): kind is TopicKind =>
  (topicKinds as readonly string[]).includes(kind);

/** As most write it; of two that as many do, the one with a capital. */
function usual(texts: readonly string[]): string {
  const times = (text: string): number => texts.filter((each) => each === text).length;
  const [first = ''] = texts.toSorted(
    (one, other) => times(other) - times(one) || (one < other ? -1 : 1),
  );
  return first;
}

/** @returns those that most people have first; among the newest three hundred words of profiles. */
export async function readTopics({ store }: Host): Promise<readonly Topic[]> {
  const [{ records }] = await store.read([
    newest(tags, { containers: [communityContainer], since: 0, limit: maxNewest }),
  ]);
  const used = new Map<string, Used>();
  for (const { author, fields } of records.filter(isTag)) {
    const { kind, tag } = fields;
    if (!isTopicKind(kind)) continue;
    const name = `${kind}:${tag}`;
    const known = used.get(name) ?? { kind, tag, people: new Set<PersonId>() };
    known.people.add(author);
    used.set(name, known);
  }
  const shared = [...used.values()]
    .filter(({ people }) => people.size >= fewestPeople)
    .toSorted((one, other) => other.people.size - one.people.size || (one.tag < other.tag ? -1 : 1))
    .slice(0, mostTopics);
  const asked = [...new Set(shared.flatMap(({ people }) => [...people]))].slice(0, maxIn);
  if (asked.length === 0) return [];
  const [found] = await store.read([
    rows(profiles, {
      container: communityContainer,
      index: keyIndex,
      in: asked.map((person) => authorKey(person, profileKey)),
      order: 'ascending',
      limit: 1,
    }),
  ]);
  // The profile stays the truth: what stands in none of them is nobody's topic any more.
  const written = found.records.filter((record) => isWellFormed(profiles, record));
  return shared.flatMap(({ kind, tag }) => {
    const texts = written.flatMap(({ fields }) =>
      saidOf(fields)[kind].filter((text) => tagKey(text) === tag),
    );
    return texts.length < fewestPeople ? [] : [{ kind, text: usual(texts) }];
  });
}
