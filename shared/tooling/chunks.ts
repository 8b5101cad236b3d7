/**
 * Which files of the elements a page fetches together, under names that the size check knows: patterns of
 * paths in the folder of the elements, the same ones for the bundles of all hosts.
 */

/** What acts on messages, which most readers never do. */
const writing =
  'wall/wall-(?:writing|changes|lines|merge)|parts/(?:message/(?:panel|follow-post)|post/(?:answer|held)|reactions/choices|keys/posts)';

/** What other widgets use, or none but some readers. */
const apart =
  'wall/(?:widget|above|away|pinned|topics|topic-posts|deep-link\\.|wall-asking|unshown|knock|conversation|open-line|waiting|define\\.(?:conversation|knock|topic-posts|waiting))|parts/(?:article-text|composer|keys|people-picker|person-name/card\\.|audience-label|members/|post/(?:question|announced)|questions|stewards|thanks|topic-keeper|value-(?:names|words))';

export const chunks = {
  /** What every element needs. A face is here too, since the composer would take it along from the messages. */
  basics:
    '(?:(?:kit|locale)/(?!generated|short-|drafting|composing|form-|later-|by-name|list\\.)|parts/avatar/face)',
  /** What somebody writes in. */
  forms: 'parts/composer/(?!load|mentioning|candidates|untold)|kit/(?:drafting|form-)',
  /** What shows messages. */
  messages: `(?!${writing}|${apart})(?:wall|parts)/|parts/composer/load`,
  writing,
  /** The chunk of the widget whose first load has a budget. */
  measured: 'wall',
} as const;

const elements = (pattern: string): RegExp => new RegExp(`elements/(?:${pattern})`);

/** For Vite's bundler: a group takes along what it imports, unless a group with a higher priority has it. */
export const chunkGroups = [
  // What loads the others waits for none of them: a height is reserved before they are there.
  { name: 'loading', test: /vite\/preload-helper/, priority: 4 },
  {
    name: 'basics',
    test: new RegExp(
      `${elements(chunks.basics).source}|/(@lit|lit|lit-html)/|shared/core/(?!goals/|ideas/|kernel/(?:admit-since|insert-said)|me/|people/(?:find|staff|tag)|thanks/|wall/whom-to-ask|people/content-words)|valibot`,
    ),
    priority: 3,
  },
  { name: 'forms', test: elements(chunks.forms), priority: 2 },
  { name: 'messages', test: elements(chunks.messages), priority: 1 },
  { name: 'writing', test: elements(chunks.writing), priority: 0 },
];
