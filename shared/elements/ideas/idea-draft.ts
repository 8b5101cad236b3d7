/** What somebody wrote of an idea and has not sent. */
import { ideaText } from '@kantine/core';
import { msg } from '@lit/localize';

export interface IdeaDraft {
  readonly what: string;
  readonly whom: string;
  readonly first: string;
  readonly unsure: boolean;
}

export const emptyIdea: IdeaDraft = { what: '', whom: '', first: '', unsure: false };

/** @returns the draft in what was stored; others may write to the storage. */
export function acceptIdea(stored: Readonly<Record<string, unknown>>): IdeaDraft | undefined {
  const { what, whom, first, unsure } = stored;
  const areTexts =
    typeof what === 'string' && typeof whom === 'string' && typeof first === 'string';
  return areTexts ? { what, whom, first, unsure: unsure === true } : undefined;
}

export const isEmptyIdea = ({ what, whom, first }: IdeaDraft): boolean =>
  what === '' && whom === '' && first === '';

/** The message that it becomes, in the writer's language. */
export const textOf = (draft: IdeaDraft): string =>
  ideaText(draft, {
    what: msg('What if'),
    whom: msg('Who would it help?'),
    first: msg('What would we try first?'),
  });
