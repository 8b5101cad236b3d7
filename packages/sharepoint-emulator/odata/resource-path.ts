import { invalidExpression } from '../errors.ts';
import { splitOutsideQuotes } from './arguments.ts';

export interface Segment {
  readonly name: string;
  /** What stands in the parentheses, or undefined where there are none. */
  readonly argument: string | undefined;
}

/**
 * Splits `web/lists/getByTitle('a/b')/items(3)` into segments. The path is decoded first, as IIS
 * does; a slash or a parenthesis between quotes is text.
 */
export function readResourcePath(path: string): Segment[] {
  return splitOutsideQuotes(path, '/')
    .filter((part) => part.length > 0)
    .map(readSegment);
}

function readSegment(part: string): Segment {
  const open = part.indexOf('(');
  if (open < 0) return { name: part, argument: undefined };
  if (!part.endsWith(')')) throw invalidExpression(part);
  return { name: part.slice(0, open), argument: part.slice(open + 1, -1) };
}
