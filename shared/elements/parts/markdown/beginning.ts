/** The beginning of a long text, cut in its tree, so that what is cut is still well formed. */
import type { Block, Inline, Item } from './tree.ts';

/** Letters of a line in a narrow column. A wide one has more, which only makes the beginning lower. */
const lineLength = 50;
/** Lines of the beginning. */
const shownLines = 16;
/** Lines from which on something is cut at all: a button in the place of two lines would help nobody. */
const longFrom = 24;

/** How many lines are left. */
interface Room {
  lines: number;
}

/** @returns the blocks that a screen has room for, the last one cut; undefined where there is room for all. */
export function beginningOf(blocks: readonly Block[]): readonly Block[] | undefined {
  const enough: Room = { lines: longFrom };
  cutBlocks(blocks, enough);
  return enough.lines >= 0 ? undefined : cutBlocks(blocks, { lines: shownLines });
}

/** Takes nodes while there is room. It is below zero once something was cut. */
function take<Node>(nodes: readonly Node[], room: Room, cut: (node: Node) => Node): Node[] {
  const taken: Node[] = [];
  for (const node of nodes) {
    if (room.lines < 0) break;
    taken.push(cut(node));
  }
  return taken;
}

const cutBlocks = (blocks: readonly Block[], room: Room): Block[] =>
  take(blocks, room, (block) => cutBlock(block, room));

function cutBlock(block: Block, room: Room): Block {
  switch (block.type) {
    case 'paragraph': {
      const cut = { ...block, children: cutInlines(block.children, room) };
      room.lines -= 1;
      return cut;
    }
    case 'code-block':
      return { ...block, value: cutText(block.value, room) };
    case 'quote':
      return { ...block, children: cutBlocks(block.children, room) };
    case 'list':
      return { ...block, items: take(block.items, room, (item) => cutItem(item, room)) };
  }
}

const cutItem = (item: Item, room: Room): Item => ({
  ...item,
  children: cutBlocks(item.children, room),
});

const cutInlines = (nodes: readonly Inline[], room: Room): Inline[] =>
  take(nodes, room, (node) => cutInline(node, room));

function cutInline(node: Inline, room: Room): Inline {
  switch (node.type) {
    case 'text':
    case 'code':
      return { ...node, value: cutText(node.value, room) };
    case 'mention':
      return node;
    default:
      return { ...node, children: cutInlines(node.children, room) };
  }
}

function cutText(text: string, room: Room): string {
  const kept: string[] = [];
  const lines = text.split('\n');
  for (const [at, line] of lines.entries()) {
    const isLast = at === lines.length - 1;
    const height = line.length / lineLength;
    if (height > room.lines) {
      kept.push(atWord(line, Math.floor(room.lines * lineLength)));
      room.lines = -1;
      break;
    }
    kept.push(line);
    // What follows in the same line takes the rest of it.
    room.lines -= isLast ? height : Math.max(1, Math.ceil(height));
  }
  return kept.join('\n');
}

/** Cut at a space if there is one near, and never in the middle of a character. */
function atWord(line: string, length: number): string {
  const cut = line.slice(0, length).replace(/[\ud800-\udbff]$/u, '');
  const space = cut.lastIndexOf(' ');
  return `${space > length - lineLength && space > 0 ? cut.slice(0, space) : cut}…`;
}
