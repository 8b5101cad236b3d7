/** What the other designs say and show beside the words of the posts; ours brings its own. */
import type { ReactionKind } from './content.ts';

export const emojiOf: Readonly<Record<ReactionKind, string>> = {
  like: '👍',
  celebrate: '🎉',
  insight: '💡',
  thanks: '🙏',
};

export const nameOf: Readonly<Record<ReactionKind, string>> = {
  like: 'Like',
  celebrate: 'Celebrate',
  insight: 'Good idea',
  thanks: 'Thanks',
};

export const answerLabel = 'Write a comment';

export const initialsOf = (name: string): string =>
  name
    .split(' ')
    .map((word) => word.charAt(0))
    .join('');

const moment = new Intl.DateTimeFormat('en', {
  day: 'numeric',
  month: 'short',
  hour: 'numeric',
  minute: '2-digit',
});

export const momentOf = (created: number): string => moment.format(created);
