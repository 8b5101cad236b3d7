/** Translates errors of Forge SQL into Kantine's own. */
import { ForgeSQLAPIError } from '@forge/sql';
import { KantineError, Offline, Throttled } from '@kantine/core';

/** Another row has the same unique key. */
export class Duplicate extends Error {
  override readonly name = 'Duplicate';
}

/** MySQL's own numbers, which TiDB and MariaDB share. */
const errno = { duplicate: 1062, noSuchTable: 1146, noSuchColumn: 1054 } as const;

/**
 * The engine rolled a statement back because of another one: a deadlock, a wait for a lock, a conflict
 * of TiDB's, a table that is being changed. The statement has not happened.
 */
const rolledBack: readonly (number | undefined)[] = [1205, 1213, 8002, 8022, 8028, 9007];

/** Seconds. Forge does not say how long to wait; it counts rows by the second and tables by the minute. */
const soon = 1;
const whenMigrated = 60;

/** Whether a statement needs a table or a column that an earlier version did not make. It has not happened. */
export const isSchemaOlder = (error: unknown): boolean =>
  error instanceof Throttled &&
  error.data.retryAfterSeconds === whenMigrated &&
  isMissing(error.cause);

const isMissing = (cause: unknown): boolean =>
  cause instanceof ForgeSQLAPIError &&
  [errno.noSuchTable, errno.noSuchColumn].some((each) => each === engineError(cause).errno);

interface Details {
  readonly errno?: number;
  readonly code?: string;
}

/** The engine's own error, as far as the service passes it on. */
function engineError({ context }: ForgeSQLAPIError): Details {
  const known = context as { readonly debug?: Details } & Details;
  return known.debug ?? known;
}

const isRefusedForNow = ({ responseDetails: { status }, code }: ForgeSQLAPIError): boolean =>
  status === 429 || code === 'RATE_LIMIT_EXCEEDED';

/**
 * Translates an error of a statement. An unknown error stays as it is: it is a fault of ours.
 * @param isQuestion whether nothing can have changed.
 */
export function translate(error: unknown, isQuestion: boolean): unknown {
  if (error instanceof KantineError) return error;
  if (!(error instanceof ForgeSQLAPIError)) {
    // fetch throws a TypeError where the connection failed or was closed.
    return error instanceof TypeError ? new Offline({ cause: error }) : error;
  }
  const { status } = error.responseDetails;
  if (isRefusedForNow(error)) return new Throttled(soon, { cause: error });
  const { errno: number, code } = engineError(error);
  if (number === errno.duplicate || code === 'ER_DUP_ENTRY') {
    return new Duplicate(error.message, { cause: error });
  }
  if (rolledBack.includes(number)) return new Throttled(soon, { cause: error });
  // The tables are made right after the installation, and their columns after an upgrade.
  if (number === errno.noSuchTable || number === errno.noSuchColumn) {
    return new Throttled(whenMigrated, { cause: error });
  }
  if (error.code === 'QUERY_TIMED_OUT' || status === 408) {
    return isQuestion ? new Throttled(soon, { cause: error }) : new Offline({ cause: error });
  }
  return status >= 500 ? new Offline({ cause: error }) : error;
}
