/**
 * The part of CQL that finds people: clauses of their names and accounts, joined by AND.
 * https://developer.atlassian.com/cloud/confluence/advanced-searching-using-cql/
 */
import type { User } from '../site/index.ts';
import { RestError } from './errors.ts';

type Matches = (user: User) => boolean;

const CLAUSE =
  /^\s*(type|user(?:\.fullname|\.accountid)?)\s*(~|=)\s*("(?:[^"\\]|\\.)*"|[^\s"]+)\s*$/i;

/** @throws RestError 400 where it is no CQL about people, 500 where a name is empty, as Confluence does. */
export function personQuery(cql: string): Matches {
  const clauses = apart(cql).map((clause) => clauseOf(clause, cql));
  return (user) => clauses.every((matches) => matches(user));
}

/** Clauses between ANDs; what stands in quotes is text. */
function apart(cql: string): readonly string[] {
  return cql.match(/(?:"(?:[^"\\]|\\.)*"|(?!\sand\s)[^"])+/gi)?.map(withoutAnd) ?? [];
}

const withoutAnd = (clause: string): string => clause.replace(/^\s*and\s/i, '');

function clauseOf(clause: string, cql: string): Matches {
  const [, field = '', operator = '', quoted = ''] = CLAUSE.exec(clause) ?? [];
  const value = quoted.startsWith('"') ? quoted.slice(1, -1).replace(/\\(.)/g, '$1') : quoted;
  switch (`${field.toLowerCase()} ${operator}`) {
    case 'type =':
      return () => value.toLowerCase() === 'user';
    case 'user =':
    case 'user.accountid =':
      return ({ accountId }) => accountId === value;
    case 'user.fullname =':
      return ({ displayName }) => displayName === value;
    case 'user ~':
    case 'user.fullname ~':
      return named(value);
    default:
      throw new RestError(400, `Could not parse cql : ${cql}`);
  }
}

/** A name matches where each word begins one of its words, in the same order: «kahn william» finds nobody. */
function named(value: string): Matches {
  const wanted = folded(value.replaceAll('*', ''));
  if (wanted.length === 0) throw new RestError(500, 'Internal server error');
  return ({ displayName }) => {
    const words = folded(displayName);
    let from = 0;
    return wanted.every((word) => {
      const at = words.findIndex((part, index) => index >= from && part.startsWith(word));
      from = at + 1;
      return at >= 0;
    });
  };
}

/** The words of a name as the search index holds them: without case and accents. */
const folded = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}'’.-]+/gu) ?? [];
