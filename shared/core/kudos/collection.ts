/** The collection of thanks: one row is one giver's thanks to one recipient. */
import { collection } from '../kernel/collection.ts';
import { limits } from '../settings/settings.ts';

export const kudos = collection({
  name: 'kudos',
  keptIn: ['community'],
  size: 'many',
  key: 'one',
  about: { of: 'container' },
  subject: ['recipient'],
  privacy: {
    purpose: 'Thanks between colleagues, for a value and with a reason.',
    readers: 'everybody',
    keep: 'author',
    erasing: 'given',
    leaving: 'unname',
  },
  fields: {
    recipient: { type: 'text', max: 200 },
    value: { type: 'text', max: 40 },
    reason: { type: 'text', max: limits.kudosReason },
    /** Joins the rows of one thank-you to several people; made by the giver. */
    batch: { type: 'text', max: 100 },
  },
  indexes: {
    recent: { order: 'created', proof: 'look' },
    byRecipient: { partition: 'recipient', order: 'created', proof: 'look' },
    byBatch: { partition: 'batch', order: 'created', proof: 'look' },
  },
});
