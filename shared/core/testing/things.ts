import { collection } from '../collection.ts';

/** A collection of nothing in particular. */
export const entries = collection({
  name: 'entries',
  fields: { shelf: { type: 'text', max: 100 } },
  indexes: { byShelf: { partition: 'shelf', order: 'created' } },
});
