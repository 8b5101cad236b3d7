/** Announcements that something was written. */
import type { ContainerId } from './container.ts';

/** Something was written in a collection of a container; a query finds out which records. */
export interface Change {
  readonly container: ContainerId;
  readonly collection: string;
  /**
   * A random id of the command that wrote, made anew for each. The model that showed the command's
   * result knows the id and need not read again.
   */
  readonly origin?: string | undefined;
}

/** Stands for every container or collection: after a pause, nobody knows what was missed. */
export const anywhere = '*';

/** Whether a change may touch records of this container, or of this collection in it. */
export function concerns(change: Change, container: ContainerId, collection = anywhere): boolean {
  const matches = (told: string, asked: string): boolean =>
    told === anywhere || asked === anywhere || told === asked;
  return matches(change.container, container) && matches(change.collection, collection);
}

export interface Changes {
  /** @returns the function that ends the subscription. */
  subscribe(listener: (change: Change) => void): () => void;
}

/** The same change as others are told of it: who knows an origin could write with it, and not be seen. */
export const withoutOrigin = ({ container, collection }: Change): Change => ({
  container,
  collection,
});
