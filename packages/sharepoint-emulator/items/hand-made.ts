import type { Context } from '../context/context.ts';
import { invalidExpression } from '../errors.ts';
import { fieldsOf } from '../fields/field.ts';
import type { List } from '../lists/list.ts';
import { quoted, type Parameter } from '../store/database.ts';
import { isLookup } from './columns.ts';
import { readPageToken, type PageToken } from './paging.ts';

/**
 * Reads a page token as this tenant takes it. Tokens are no secret and carry no signature, so clients
 * make them by hand to begin anywhere; whether SharePoint takes one with the value of a column that is
 * not that of its row, nothing says. (S-C2)
 */
export function acceptedToken(
  context: Context,
  list: List,
  text: string | undefined,
): PageToken | undefined {
  const token = text === undefined ? undefined : readPageToken(text);
  const answer = context.farm.behaviours.pageTokenWithColumn;
  if (!token || answer === 'works' || !isHandMade(context, list, token)) return token;
  if (answer === 'refused') throw invalidExpression(text ?? '');
  return undefined;
}

/** The server makes tokens of rows that are there: the number and the values belong together. */
function isHandMade(context: Context, list: List, token: PageToken): boolean {
  // A lookup stands in a token with the text that it shows, which its cell does not hold.
  const plain = fieldsOf(context.farm, list.id).filter((field) => !isLookup(field));
  const known = new Set(plain.map((field) => field.internalName));
  const values = [...token.values].filter(([name]) => known.has(name));
  if (values.length === 0) return false;
  const tests = values.map(([name]) => ` AND ${quoted(name)} = ?`).join('');
  const parameters: Parameter[] = [token.id, ...values.map(([, text]) => text)];
  const sql = `SELECT 1 AS found FROM ${list.table} WHERE "ID" = ?${tests}`;
  return context.farm.db.all(sql, parameters).length === 0;
}
