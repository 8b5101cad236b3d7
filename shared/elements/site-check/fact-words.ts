/**
 * What a check of a site tells, in every language at once. These words are not among the elements'
 * translations, which every reader of a page loads: few people ever check a site.
 */
import type { FactWords } from './answers.ts';
import { colleagueFacts } from './colleague-facts.ts';
import { listFacts } from './list-facts.ts';
import { siteFacts } from './site-facts.ts';

export const factWords: Readonly<Record<string, FactWords>> = {
  ...siteFacts,
  ...listFacts,
  ...colleagueFacts,
};
