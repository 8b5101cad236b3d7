/** A mention of everybody in a group: a token that is nobody's, and one row a message. */

export const everybodyToken = '@[*]';

/** Stands where a mention names its person. Nobody has this id. */
export const everybody = '';

/** Followed by a parenthesis it is the text of a link, as with other tokens. */
export const mentionsEverybody = (text: string): boolean => /@\[\*\](?!\()/.test(text);
