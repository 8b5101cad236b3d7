/** The collections of thanks: one row is one giver's thanks to one recipient, for everybody or for one group. */
import { collection } from '../kernel/collection.ts';
import { limits } from '../settings/settings.ts';

const thanksFields = {
  recipient: { type: 'text', max: 200 },
  value: { type: 'text', max: 40 },
  reason: { type: 'text', max: limits.kudosReason },
  /** Joins the rows of one thank-you to several people; made by the giver. */
  batch: { type: 'text', max: 100 },
} as const;

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
  fields: thanksFields,
  indexes: {
    recent: { order: 'created', proof: 'look' },
    byRecipient: { partition: 'recipient', order: 'created', proof: 'look' },
    byBatch: { partition: 'batch', order: 'created', proof: 'look' },
  },
});

/** Thanks that one group reads. They take no places, so that a week has as many in whatever group. */
export const groupThanks = collection({
  name: 'groupThanks',
  keptIn: ['group', 'closed'],
  size: 'few',
  key: 'one',
  about: { of: 'container' },
  subject: ['recipient'],
  privacy: {
    purpose: 'Thanks between colleagues that one group reads, for a value and with a reason.',
    readers: 'readers of its container',
    keep: 'author',
    erasing: 'given',
    leaving: 'unname',
  },
  fields: {
    ...thanksFields,
    /** The same in every row: by it the newest of many groups are one question. */
    kind: { type: 'text', max: 20 },
  },
  indexes: {
    byKind: { partition: 'kind', order: 'created', proof: 'look', spare: 1 },
    byRecipient: { partition: 'recipient', order: 'created', proof: 'look', spare: 2 },
    byBatch: { partition: 'batch', order: 'created', proof: 'look', spare: 3 },
  },
});

/** What `kind` says. */
export const thanksKind = 'thanks';
