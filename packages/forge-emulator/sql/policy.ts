/** What Forge SQL lets through: one statement at a time, without a session. */
import { isSign, isWord, tokenize } from './tokens.ts';
import type { Token } from './tokens.ts';

export type StatementKind = 'question' | 'change' | 'definition';

/** Why the service refuses a statement before any engine sees it. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/** What needs a session or a transaction, of which a request has neither. */
const ofSessions = [
  'BEGIN',
  'START',
  'COMMIT',
  'ROLLBACK',
  'SAVEPOINT',
  'RELEASE',
  'SET',
  'USE',
  'LOCK',
  'UNLOCK',
  'CALL',
  'PREPARE',
  'EXECUTE',
  'GRANT',
  'REVOKE',
  'KILL',
  'LOAD',
];

const questions = ['SELECT', 'WITH', 'SHOW', 'DESCRIBE', 'DESC', 'EXPLAIN', 'VALUES', 'TABLE'];
const definitions = ['CREATE', 'ALTER', 'DROP', 'TRUNCATE', 'RENAME', 'ANALYZE'];

export interface Statement {
  readonly kind: StatementKind;
  /** Without the semicolon at its end. */
  readonly tokens: readonly Token[];
}

/** @throws Refused naming what Forge SQL does not do. */
export function judge(text: string): Statement {
  let all: Token[];
  try {
    all = tokenize(text);
  } catch (error) {
    throw new Refused(error instanceof Error ? error.message : String(error), { cause: error });
  }
  const tokens = isSign(all.at(-1), ';') ? all.slice(0, -1) : all;
  const [first] = tokens;
  if (!first) throw new Refused('The query is empty.');
  if (tokens.some((token) => isSign(token, ';'))) {
    throw new Refused('Only one statement can be sent in a request.');
  }
  if (isWord(first, ...ofSessions)) {
    throw new Refused(`${first.value.toUpperCase()} is not supported: a request has no session.`);
  }
  const kind = kindOf(tokens);
  // The documentation refuses them; apps in production add them by ALTER TABLE all the same.
  const isCreation = isWord(first, 'CREATE');
  if (isCreation && tokens.some((token) => isWord(token, 'REFERENCES', 'FOREIGN'))) {
    throw new Refused('Foreign keys are not supported.');
  }
  return { kind, tokens };
}

function kindOf(tokens: readonly Token[]): StatementKind {
  const first = tokens.find((token) => !isSign(token, '('));
  if (isWord(first, ...definitions)) return 'definition';
  if (!isWord(first, ...questions)) return 'change';
  const changes =
    isWord(first, 'WITH') && tokens.some((token) => isWord(token, 'UPDATE', 'DELETE'));
  return changes ? 'change' : 'question';
}
