/** Articles and their texts. A list of articles reads no texts, so these lie in rows of their own. */
import { collection } from '../kernel/collection.ts';
import type { RecordOf } from '../kernel/collection.ts';

/** Lengths in UTF-16 units, as an input's maxlength counts. */
export const articleLimits = { title: 120, lead: 300, series: 80, text: 30_000 } as const;

const privacy = {
  readers: 'readers of its container',
  keep: 'author',
  erasing: 'words',
  leaving: 'erase',
} as const;

/** In a person's own container it is a draft: nobody else reads it, and it has no moment. */
export const articles = collection({
  name: 'articles',
  keptIn: ['group', 'closed', 'person'],
  size: 'few',
  key: 'once',
  about: { of: 'container' },
  subject: ['writer'],
  privacy: { ...privacy, purpose: 'Articles that people write for a group, and their drafts.' },
  heldUntil: 'at',
  fields: {
    title: { type: 'text', max: articleLimits.title },
    lead: { type: 'text', max: articleLimits.lead },
    /** Colour and icon, as `coverName` gives them. */
    cover: { type: 'text', max: 40 },
    /** What its series is called; empty where it is in none. */
    series: { type: 'text', max: articleLimits.series },
    /** Writer and series in one: a series belongs to who writes it. Empty where it is in none. */
    part: { type: 'text', max: 320 },
    /** Its author. */
    writer: { type: 'text', max: 200 },
    /** When it is there for others; 0 for a draft. */
    at: { type: 'number' },
    /** How long reading takes, for lists that do not read the text. */
    minutes: { type: 'number' },
  },
  indexes: {
    recent: { order: 'at', spare: 1 },
    byWriter: { partition: 'writer', order: 'at', spare: 2 },
    bySeries: { partition: 'part', order: 'at', spare: 3 },
  },
});

/** The text of the article of the same author under the same key, in the same container. */
export const bodies = collection({
  name: 'bodies',
  keptIn: ['group', 'closed', 'person'],
  size: 'few',
  key: 'one',
  about: { of: 'container' },
  subject: [],
  privacy: { ...privacy, purpose: 'The texts of articles and of their drafts.' },
  heldUntil: 'at',
  fields: {
    /** In the Markdown subset of the guide, with headings. */
    text: { type: 'text', max: articleLimits.text },
    at: { type: 'number' },
  },
  indexes: {},
});

export type ArticleRecord = RecordOf<typeof articles>;
export type BodyRecord = RecordOf<typeof bodies>;
