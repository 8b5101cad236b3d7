/** The records of several groups, wherever these lie. */
import { communityContainer } from '../kernel/container.ts';
import { inParts } from '../kernel/in-parts.ts';
import { byKeys } from '../kernel/query.ts';
import type { PersonId } from '../kernel/record.ts';
import { groups } from './collections.ts';
import { accessOf, founderOf } from './group.ts';
import type { GroupRecord } from './group.ts';
import { findGroup, groupById, groupsById } from './memberships.ts';

/** The queries for some groups, as few as their ids allow: those of one founder are asked for together. */
export function groupsOf(ids: readonly string[]) {
  const byFounder = new Map<PersonId, string[]>();
  const plain: string[] = [];
  const secret: string[] = [];
  for (const group of ids) {
    const founder = founderOf(group);
    if (founder !== undefined) byFounder.set(founder, [...(byFounder.get(founder) ?? []), group]);
    else (accessOf(group) === 'secret' ? secret : plain).push(group);
  }
  return [
    ...inParts(plain).map(groupsById),
    ...[...byFounder].flatMap(([founder, own]) =>
      inParts(own).map((keys) => byKeys(groups, communityContainer, founder, keys)),
    ),
    ...secret.map(groupById),
  ];
}

/** The groups themselves among the answers to `groupsOf`, by their ids. */
export const groupsAmong = (
  records: readonly GroupRecord[],
  ids: readonly string[],
): ReadonlyMap<string, GroupRecord> =>
  new Map(
    ids.flatMap((group) => {
      const record = findGroup(records, group);
      return record ? [[group, record] as const] : [];
    }),
  );
