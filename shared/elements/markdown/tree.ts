/** The parsed tree of a message: a small part of Markdown, and nothing that could run. */
import type { PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';

export type Block = RootContent;
export type Inline = PhrasingContent;

/**
 * What colleagues do not mean when they type it: markup stays text, a # starts no heading, an
 * exclamation mark before brackets no picture, a row of dashes no line, four spaces no code.
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
    ],
  },
};

/** Anything that the subset gives a meaning, or that a line could start with to get one. */
const special = /[*_`\\[\]<>&~]|:\/\/|www\.|@|^[ \t]*(?:[-+]|\d+[.)])[ \t]/m;

/** Deeper nesting than people write; the parser's work grows with its square. */
const tooDeep = /^(?:[ \t]*(?:>|[-+*]|\d+[.)])){12}/m;

/** @returns the tree, or undefined where the text has no markup and needs no parser. */
export function parseMessage(text: string): readonly Block[] | undefined {
  if (!special.test(text) || tooDeep.test(text)) return undefined;
  return fromMarkdown(text, {
    extensions: [withoutTheRest, gfmAutolinkLiteral()],
    mdastExtensions: [gfmAutolinkLiteralFromMarkdown()],
  }).children;
}

const safeProtocols = new Set(['http:', 'https:', 'mailto:']);

/** @returns the address if a link may point to it: http, https or mailto, absolute. */
export function safeAddress(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  return safeProtocols.has(url.protocol) ? url.href : undefined;
}
