/**
 * Documents of Atlassian's format, as an export of a page takes them.
 * https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/
 */

export interface AdfNode {
  readonly type: string;
  readonly text?: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly marks?: readonly AdfNode[];
  readonly content?: readonly AdfNode[];
}

export interface AdfDocument extends AdfNode {
  readonly type: 'doc';
  readonly version: 1;
}

export const documentOf = (content: readonly AdfNode[]): AdfDocument => ({
  type: 'doc',
  version: 1,
  content,
});

/** No text of the format may be empty. */
export const textOf = (text: string, ...marks: readonly AdfNode[]): readonly AdfNode[] =>
  text === '' ? [] : [{ type: 'text', text, ...(marks.length > 0 ? { marks } : {}) }];

export const paragraphOf = (content: readonly AdfNode[]): AdfNode => ({
  type: 'paragraph',
  content,
});

export const strong: AdfNode = { type: 'strong' };

export const linkTo = (href: string): AdfNode => ({ type: 'link', attrs: { href } });

/** A message as it was typed: its paragraphs and lines, and its marks as signs. */
export const messageOf = (text: string): readonly AdfNode[] =>
  text
    .split(/\n{2,}/)
    .map((part) =>
      part
        .split('\n')
        .flatMap((line, at) => [...(at === 0 ? [] : [{ type: 'hardBreak' }]), ...textOf(line)]),
    )
    .filter((content) => content.length > 0)
    .map(paragraphOf);
