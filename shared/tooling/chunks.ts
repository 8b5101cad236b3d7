/**
 * Which files of the elements a page fetches together, under names that the size check knows: patterns of
 * paths in the folder of the elements, the same ones for the bundles of all hosts.
 */

/** What acts on messages, which most readers never do. */
const writing =
  'wall/wall-(?:writing|changes)|parts/(?:message/panel|post/answer|reactions/choices)';

/** What other widgets use, or none but some readers. */
const apart =
  'wall/(?:widget|deep-link\\.|wall-asking|unshown)|parts/(?:composer|people-picker|audience-label|post/question)';

export const chunks = {
  /** What every element needs. */
  basics: '(?:kit|locale)/(?!generated|drafting|composing|form-|later-)',
  /** What somebody writes in. */
  forms: 'parts/composer/(?!load)|kit/(?:drafting|composing|form-)',
  /** What shows messages. */
  messages: `(?!${writing}|${apart})(?:wall|parts)/|parts/composer/load`,
  writing,
} as const;
