export { fileBlocksOf, withLines, writeBlocks } from './blocks.ts';
export type { FileBlock } from './blocks.ts';
export { copyCheckout } from './copy.ts';
