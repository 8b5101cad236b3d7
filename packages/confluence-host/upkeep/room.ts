/** How full the database is. */
import { getAppContext } from '@forge/api';
import { StorageFull } from '@kantine/core';
import { sql } from 'kysely';
import type { Database } from '../sql/index.ts';

const mebibyte = 2 ** 20;
/** Bytes of an installation: https://developer.atlassian.com/platform/forge/limits-sql/ */
const mostBytesOf: Readonly<Record<string, number>> = {
  PRODUCTION: 1024 * mebibyte,
  STAGING: 256 * mebibyte,
};
const mostBytesElsewhere = 128 * mebibyte;
/** Above this share nothing is added, so that edits, removals and tables of a later version still fit. */
const fullAt = 0.97;
const rememberedMilliseconds = 10 * 60_000;

export interface Usage {
  readonly bytes: number;
  readonly mostBytes: number;
  /** Rows and bytes of each table, the largest first; as the engine estimates them. */
  readonly tables: readonly {
    readonly table: string;
    readonly rows: number;
    readonly bytes: number;
  }[];
}

export interface Room {
  /** @throws StorageFull when nothing should be added any more. */
  demand(): Promise<void>;
  /** As it was at most ten minutes ago. */
  usage(): Promise<Usage>;
  /** Forgets the last measurement. */
  forget(): void;
}

async function measure(database: Database): Promise<Usage> {
  const found = await sql<{
    name: string;
    row_count: number | string | null;
    bytes: number | string | null;
  }>`SELECT table_name AS name, table_rows AS row_count, data_length + index_length AS bytes
    FROM information_schema.tables
    WHERE table_schema = DATABASE()`.execute(database);
  const tables = found.rows
    .map(({ name, row_count: rows, bytes }) => ({
      table: name,
      rows: Number(rows ?? 0),
      bytes: Number(bytes ?? 0),
    }))
    .sort((one, other) => other.bytes - one.bytes);
  const mostBytes = mostBytesOf[getAppContext().environmentType] ?? mostBytesElsewhere;
  return { tables, mostBytes, bytes: tables.reduce((sum, { bytes }) => sum + bytes, 0) };
}

export function openRoom({
  database,
  now,
}: {
  readonly database: Database;
  readonly now: () => number;
}): Room {
  let known: { readonly usage: Usage; readonly until: number } | undefined;

  let unknownUntil = 0;

  async function usage(): Promise<Usage> {
    if (known && known.until > now()) return known.usage;
    const measured = await measure(database);
    known = { usage: measured, until: now() + rememberedMilliseconds };
    return measured;
  }

  return {
    usage,
    async demand() {
      if (unknownUntil > now()) return;
      const measured = await usage().catch((error: unknown) => {
        // People may write although the engine does not say how full it is.
        console.warn('Kantine: the size of the database is not known.', error);
        unknownUntil = now() + rememberedMilliseconds;
        return undefined;
      });
      if (!measured) return;
      const { bytes, mostBytes } = measured;
      if (bytes > mostBytes * fullAt) throw new StorageFull(bytes, mostBytes);
    },
    forget: () => void (known = undefined),
  };
}
