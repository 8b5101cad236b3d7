/**
 * Atlassian's document format, as far as macros are known to export it. An unknown node is an error:
 * the real product would leave it out, or the whole macro.
 * https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/
 */
import { NotImplementedError } from '../errors.ts';

interface AdfNode {
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

const blocks = [
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'blockquote',
  'panel',
  'rule',
  'codeBlock',
];
const inlines = ['text', 'hardBreak', 'mention', 'emoji', 'date', 'status'];

/** What each node may hold. */
const held: Readonly<Record<string, readonly string[]>> = {
  doc: blocks,
  paragraph: inlines,
  heading: inlines,
  bulletList: ['listItem'],
  orderedList: ['listItem'],
  listItem: ['paragraph', 'bulletList', 'orderedList', 'codeBlock'],
  blockquote: ['paragraph', 'bulletList', 'orderedList', 'codeBlock'],
  panel: ['paragraph', 'heading', 'bulletList', 'orderedList'],
  codeBlock: ['text'],
};
const marks = ['link', 'strong', 'em', 'code', 'strike', 'subsup', 'underline', 'textColor'];

/** @returns the answer of a function as a document. @throws NotImplementedError for anything else */
export function demandDocument(answer: unknown): AdfDocument {
  const { type, version } = (answer ?? {}) as Partial<AdfDocument>;
  if (type !== 'doc' || version !== 1) {
    throw new NotImplementedError('an export that is no document of version 1');
  }
  demandNode(answer as AdfDocument);
  return answer as AdfDocument;
}

function demandNode(node: AdfNode): void {
  for (const child of node.content ?? []) {
    if (!held[node.type]?.includes(child.type)) {
      throw new NotImplementedError(`an export with ${child.type} in ${node.type}`);
    }
    demandNode(child);
  }
  if (node.type === 'text' && !node.text)
    throw new NotImplementedError('an export with an empty text');
  const unknown = node.marks?.find(({ type }) => !marks.includes(type));
  if (unknown) throw new NotImplementedError(`an export with a mark ${unknown.type}`);
}
