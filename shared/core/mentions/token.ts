/**
 * Mentions as they stand in a text: `@[id]`, with the id of a person in it. Here is what every reader of a
 * message needs; `write-token.ts` makes them.
 */
import type { PersonId } from '../kernel/person-id.ts';

/** For a regular expression. Followed by a parenthesis it is the text of a link, as it always was. */
export const tokenPattern = String.raw`@\[(?<mention>[\w.:~-]+)\](?!\()`;

/** The person whom the name in a token stands for: `~` escapes a unit of UTF-16. */
export const mentionedBy = (name: string): PersonId =>
  name.replace(/~(.{4})/g, (_, unit: string) => String.fromCharCode(parseInt(unit, 16)));

/** The text with something else in the place of each token. */
export const withoutTokens = (text: string, instead: (person: PersonId, typed: string) => string) =>
  text.replace(RegExp(tokenPattern, 'g'), (typed, name: string) =>
    instead(mentionedBy(name), typed),
  );

/** The people whom a text mentions, in its order. */
export function mentionedIn(text: string): readonly PersonId[] {
  const found: PersonId[] = [];
  withoutTokens(text, (person) => `${found.push(person)}`);
  return found;
}

/** A text that mentions people, with as many of them as are known. */
interface Mentioning {
  readonly text: string;
  readonly mentions?: readonly { readonly id: PersonId; readonly name: string }[];
}

/** The text with names in the place of tokens; those of people without a name stay. */
export const plainText = ({ text, mentions }: Mentioning): string =>
  withoutTokens(text, (person, typed) => {
    const name = mentions?.find(({ id }) => id === person)?.name;
    return name ? `@${name}` : typed;
  });
