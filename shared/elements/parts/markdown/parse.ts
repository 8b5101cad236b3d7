/**
 * The parsed tree of a message: a small part of Markdown, and nothing that could run. Loaded on
 * first use, since it weighs as much as the rest of a wall.
 */
import type { PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';

export type Block = RootContent;
export type Inline = PhrasingContent;

/**
 * What colleagues do not mean when they type it: markup stays text, a # starts no heading, an
 * exclamation mark before brackets no picture, a row of dashes no line, four spaces no code, and
 * &lt; means &lt;.
 */
const withoutTheRest = {
  disable: {
    null: [
      'htmlFlow',
      'htmlText',
      'headingAtx',
      'setextUnderline',
      'labelStartImage',
      'thematicBreak',
      'definition',
      'codeIndented',
      'characterReference',
    ],
  },
};

/** @returns the blocks of a message. */
export const parse = (text: string): readonly Block[] =>
  fromMarkdown(text, {
    extensions: [withoutTheRest, gfmAutolinkLiteral()],
    mdastExtensions: [gfmAutolinkLiteralFromMarkdown()],
  }).children;
