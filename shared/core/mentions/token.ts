/** Mentions as they stand in a text: `@[id]`, with the id of a person in it. */
import type { PersonId } from '../kernel/person-id.ts';

/** Most people that one message mentions. */
export const mostMentioned = 20;

/** For a regular expression. Followed by a parenthesis it is the text of a link, as it always was. */
export const tokenPattern = String.raw`@\[(?<mention>(?:[A-Za-z\d.:-]|~[\da-f]{4})+)\](?!\()`;

const token = new RegExp(tokenPattern, 'g');

/** A text that mentions a person; whatever an id holds beside letters and digits is escaped. */
export const mentionToken = (person: PersonId): string =>
  `@[${person.replace(
    /[^A-Za-z\d.:-]/g,
    (unit) => `~${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )}]`;

/** The person whom the name in a token stands for. */
export const mentionedBy = (name: string): PersonId =>
  name.replace(/~(.{4})/g, (_, unit: string) => String.fromCharCode(parseInt(unit, 16)));

/** The people whom a text mentions, each once, in its order. */
export const mentionedIn = (text: string): readonly PersonId[] => [
  ...new Set([...text.matchAll(token)].map(([, name = '']) => mentionedBy(name))),
];

/** A text that mentions people, with as many of them as are known. */
interface Mentioning {
  readonly text: string;
  readonly mentions?: readonly { readonly id: PersonId; readonly name: string }[];
}

/** The text with names in the place of tokens; those of people without a name stay. */
export const plainText = ({ text, mentions = [] }: Mentioning): string =>
  withoutTokens(text, (person, typed) => {
    const name = mentions.find(({ id }) => id === person)?.name ?? '';
    return name === '' ? typed : `@${name}`;
  });

/** The text with something else in the place of each token. */
export const withoutTokens = (text: string, instead: (person: PersonId, typed: string) => string) =>
  text.replace(token, (typed, name: string) => instead(mentionedBy(name), typed));
