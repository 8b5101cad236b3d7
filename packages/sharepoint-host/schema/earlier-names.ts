/**
 * The names by which version 0.1 finds what belongs to a closed container: they hold the container's id.
 * Today's are random, and an owner's row says which they are; these tell what an update has to adopt.
 */
import { closedContainer } from '@kantine/core';
import type { Collection, ContainerId } from '@kantine/core';
import { closedKinds } from './list-specs.ts';
import type { ListSpec } from './list-specs.ts';

/** A closed container's part in those names, though SharePoint's names know neither case nor most punctuation. */
export function closedName(container: ContainerId): string {
  const id = container.slice(closedContainer('').length);
  if (/^\d+$/.test(id)) return id;
  const bytes = new TextEncoder().encode(id);
  return `x${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** The closed container of a name, if it is one. */
export function closedNamed(name: string): ContainerId | undefined {
  if (/^\d+$/.test(name)) return closedContainer(name);
  const hex = /^x((?:[0-9a-f]{2})+)$/.exec(name)?.[1];
  if (hex === undefined) return undefined;
  const bytes = Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return closedContainer(new TextDecoder().decode(bytes));
}

const nameInClosed = /^(\w+In)(\d+|x(?:[0-9a-f]{2})+)$/;

/** The closed container whose list has this name; no other list has one. */
export const closedOfList = (name: string): ContainerId | undefined =>
  closedNamed(nameInClosed.exec(name)?.[2] ?? '');

/** What kind of closed container's list has this name. */
export const kindOfList = (name: string): string => nameInClosed.exec(name)?.[1] ?? name;

/** The lists of one closed container, by their earlier names. */
export const earlierLists = (
  collections: readonly Collection[],
  container: ContainerId,
): readonly ListSpec[] =>
  closedKinds(collections).map((spec) => ({ ...spec, name: spec.kind + closedName(container) }));

/** What the titles of the two site groups of a container began with. */
export const earlierGroups = {
  members: 'KantineMembersIn',
  stewards: 'KantineStewardsIn',
} as const;
