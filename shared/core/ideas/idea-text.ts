/** The words of an idea as one message, so that it reads well wherever a post is shown. */

export interface IdeaParts {
  /** What if… */
  readonly what: string;
  /** Who would it help? */
  readonly whom: string;
  /** What would we try first? */
  readonly first: string;
}

/** What the form asks for, in the language of whoever writes: an idea is read in the language it was written in. */
export type IdeaLabels = IdeaParts;

/** Of Markdown's signs in a label none counts as one. */
const beginsWith = (text: string, label: string): boolean =>
  text.toLowerCase().startsWith(label.toLowerCase());

/**
 * A paragraph for each part; what was left out is left out. The first one is a plain sentence, since it stands for
 * the idea in lines and lists; who begins it as its label does has it once.
 * @returns nothing where there is no idea yet.
 */
export function ideaText(parts: IdeaParts, labels: IdeaLabels): string {
  const [what, whom, first] = [parts.what.trim(), parts.whom.trim(), parts.first.trim()];
  if (what === '') return '';
  const sentence = beginsWith(what, labels.what) ? what : `${labels.what} ${what}`;
  const further = [
    [labels.whom, whom],
    [labels.first, first],
  ] as const;
  return [
    sentence,
    ...further.filter(([, text]) => text !== '').map(([label, text]) => `**${label}** ${text}`),
  ].join('\n\n');
}
