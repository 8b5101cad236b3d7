/** How much room a post will take: what is below it does not move when it is drawn, and no more are drawn than fit. */
import type { CommentView, PostView } from '@kantine/core';

/** In rem, as measured on a wall of the usual width. */
const around = { post: 2.1, message: 4.2, comment: 0.75, below: 2.75 };
const line = 1.375;
const charactersALine = 75;

const linesOf = (text: string): number =>
  text
    .split('\n')
    .reduce((sum, part) => sum + Math.max(1, Math.ceil(part.length / charactersALine)), 0);

const messageRoom = ({ text }: PostView | CommentView): number =>
  around.message + line * linesOf(text);

/** @param isFolded whether its comments are shown on request only. @returns in rem */
export function roomOf(view: PostView, isFolded: boolean): number {
  const { comments, commentCount } = view;
  const own = around.post + messageRoom(view);
  if (commentCount === 0) return own;
  const shown = isFolded ? [] : comments;
  return shown.reduce((sum, each) => sum + around.comment + messageRoom(each), own) + around.below;
}

/** Has an element that shows its words only take the room of the whole post. */
export function keepRoom(element: HTMLElement, view: PostView, isFolded: boolean): void {
  element.style.containIntrinsicBlockSize = `auto ${roomOf(view, isFolded)}rem`;
}
