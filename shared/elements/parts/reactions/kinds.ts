import type { ReactionKind } from '@kantine/core';
import { msg } from '@lit/localize';

export const reactionEmoji: Record<ReactionKind, string> = {
  like: '👍',
  love: '❤️',
  celebrate: '🎉',
  insight: '💡',
  thanks: '🙏',
  smile: '😄',
};

/** What each reaction says, for the button's name. */
export const reactionName = (kind: ReactionKind): string =>
  ({
    like: msg('Like'),
    love: msg('Love'),
    celebrate: msg('Celebrate'),
    insight: msg('Good idea'),
    thanks: msg('Thanks'),
    smile: msg('Makes me smile'),
  })[kind];
