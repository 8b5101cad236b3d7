/**
 * When the screen is filled: every post that begins in the window shows its author, its words, its four numbers of
 * reactions, its three comments with their authors, and a way to answer each. It is read from the text of the page,
 * shadow roots included, so that it means the same for every design.
 */
import { reactionKinds } from './content.ts';
import type { Post } from './content.ts';
import { answerLabel } from './words.ts';

/** Every element and text below a node as it is drawn, in order. */
export function* drawnNodes(root: Node): Generator<Element | Text> {
  for (const child of root.childNodes) {
    if (child instanceof Text) yield child;
    if (!(child instanceof Element)) continue;
    yield child;
    yield* drawnNodes(child.shadowRoot ?? child);
  }
}

interface PageText {
  readonly text: string;
  /** The text node that a position of `text` lies in. */
  nodeAt(position: number): Text | undefined;
}

function readPage(): PageText {
  const starts: { readonly from: number; readonly node: Text }[] = [];
  let text = '';
  for (const node of drawnNodes(document.body)) {
    if (!(node instanceof Text) || node.data.trim() === '') continue;
    starts.push({ from: text.length, node });
    text += node.data;
  }
  return { text, nodeAt: (position) => starts.findLast(({ from }) => from <= position)?.node };
}

function placeOf(node: Text): DOMRect {
  const range = document.createRange();
  range.selectNode(node);
  return range.getBoundingClientRect();
}

const count = (text: string, part: string): number => text.split(part).length - 1;

/** @param after everything from the words of a post to the words of the next one. */
function isComplete(post: Post, after: string): boolean {
  const wanted = [
    ...reactionKinds.map((kind) => String(post.reactions[kind])),
    ...post.comments.flatMap(({ author, text }) => [author.name, text]),
  ];
  return (
    wanted.every((part) => after.includes(part)) &&
    count(after, 'Reply') >= 1 + post.comments.length
  );
}

/** Whether a post that is drawn to its end, at this position, reaches the lower edge of the window. */
function reachesEdge(page: PageText, from: number): boolean {
  const last = page.nodeAt(page.text.indexOf(answerLabel, from));
  return last !== undefined && placeOf(last).bottom >= window.innerHeight;
}

/** @param posts the posts of the first page, newest first. */
export function isScreenFilled(posts: readonly Post[]): boolean {
  const page = readPage();
  const starts = posts.map(({ text }) => page.text.indexOf(text));
  // Where the comments of the post above end, and this post begins.
  let end = 0;
  for (const [index, post] of posts.entries()) {
    const start = starts[index] ?? -1;
    const node = start < 0 ? undefined : page.nodeAt(start);
    // A list that draws what is in the window only has no more than that.
    if (!node) return index > 0 && reachesEdge(page, end);
    // Asking for a place further down would make the browser lay out what it left for later.
    if (placeOf(node).top > window.innerHeight) return index > 0;
    if (!page.text.slice(end, start).includes(post.author.name)) return false;
    const next = starts[index + 1] ?? -1;
    if (!isComplete(post, page.text.slice(start, next < 0 ? undefined : next))) return false;
    const { text } = post.comments.at(-1) ?? post;
    end = page.text.indexOf(text, start) + text.length;
  }
  return true;
}
