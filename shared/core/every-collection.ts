/** What a host derives its schema from. Most pages set nothing up and need no more than what they read. */
import { groups } from './groups/collections.ts';
import type { Collection } from './kernel/collection.ts';
import { posts, readMarks } from './wall/message.ts';

/** Collections that hold many records: one for the community, one for open groups and one for a person. */
export const firstCollections: readonly Collection[] = [groups, posts, readMarks];

/** Every collection there is, fetched by who sets a site up or looks for what it lacks. */
export const everyCollection = async (): Promise<readonly Collection[]> =>
  Object.values(
    (await import(/* webpackChunkName: 'collections' */ './collections.ts')).collections,
  );
