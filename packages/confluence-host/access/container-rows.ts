/** The rows of containers as one person finds them, asked of the database once in a call. */
import { communityContainer } from '@kantine/core';
import type { ContainerId, PersonId } from '@kantine/core';
import { sql } from 'kysely';
import type { Database } from '../sql/index.ts';

/** A container's row, with what the database knows of the person there. */
export interface FoundRow {
  readonly name: string;
  readonly id: number | string;
  readonly access: string;
  readonly space: string;
  readonly enabled: number | string | null;
  /** Who made it. */
  readonly maker: string | null;
  readonly role: string | null;
  readonly me: number | string | null;
  readonly here: number | string | null;
  /** In how many other spaces Kantine is enabled. */
  readonly others: number | string | null;
}

export interface ContainerRows {
  find(name: ContainerId): Promise<FoundRow | undefined>;
  /** The spaces in which Kantine is enabled. */
  enabledSpaces(): Promise<readonly string[]>;
  /** Forgets earlier answers, since something was changed. */
  forget(): void;
}

interface ContainerRowsOptions {
  readonly database: Database;
  readonly person: PersonId;
  /** The space that the page is in. */
  readonly here: string | undefined;
}

/** Marks a row that is a space, not a container. */
const enabledSpace = 'enabled';
const enabledRows = sql`
  SELECT CAST(id AS CHAR) AS name, 0 AS id, ${sql.lit(enabledSpace)} AS access, '' AS space,
    1 AS enabled, NULL AS maker, NULL AS role, NULL AS me, NULL AS here, NULL AS others
  FROM spaces
  WHERE enabled = 1`;

async function enabledSpaces(database: Database): Promise<readonly string[]> {
  const { rows } = await sql<FoundRow>`${enabledRows}`.execute(database);
  return rows.map(({ name }) => name);
}

export function openContainerRows({ database, person, here }: ContainerRowsOptions): ContainerRows {
  let rows = new Map<ContainerId, Promise<FoundRow | undefined>>();
  let gathering: { names: Set<ContainerId>; answer: Promise<readonly FoundRow[]> } | undefined;
  let enabled: Promise<readonly string[]> | undefined;

  /** Gathers the questions of one moment into one statement. */
  function gather(names: readonly ContainerId[]): Promise<readonly FoundRow[]> {
    if (!gathering) {
      const wanted = new Set<ContainerId>();
      const answer = Promise.resolve().then(() => {
        gathering = undefined;
        return lookUp([...wanted]);
      });
      gathering = { names: wanted, answer };
    }
    for (const name of names) gathering.names.add(name);
    return gathering.answer;
  }

  /** On a page outside of all spaces, the spaces in which Kantine is enabled decide, and come along. */
  async function lookUp(names: readonly ContainerId[]): Promise<readonly FoundRow[]> {
    const spacesToo = here === undefined ? sql` UNION ALL ${enabledRows}` : sql``;
    const found = await sql<FoundRow>`
      SELECT CAST(c.name AS CHAR) AS name, c.id AS id, CAST(c.access AS CHAR) AS access,
        CAST(c.space AS CHAR) AS space, s.enabled AS enabled,
        CAST(f.account AS CHAR) AS maker, CAST(m.role AS CHAR) AS role,
        p.id AS me, h.enabled AS here,
        (SELECT COUNT(*) FROM spaces AS o WHERE o.enabled = 1 AND o.id <> ${here ?? ''}) AS others
      FROM containers AS c
      LEFT JOIN spaces AS s ON s.id = c.space
      LEFT JOIN spaces AS h ON h.id = ${here ?? ''}
      LEFT JOIN people AS p ON p.account = ${person}
      LEFT JOIN people AS f ON f.id = c.maker
      LEFT JOIN members AS m ON m.container = c.id AND m.person = p.id
      WHERE c.name IN (${sql.join(names)})${spacesToo}`.execute(database);
    const isSpace = ({ access }: FoundRow): boolean => access === enabledSpace;
    if (here === undefined) {
      enabled = Promise.resolve(found.rows.filter(isSpace).map(({ name }) => name));
    }
    return found.rows.filter((row) => !isSpace(row));
  }

  /** The community's own row comes along: it holds the person's number, and whether Kantine is enabled here. */
  function find(name: ContainerId): Promise<FoundRow | undefined> {
    const known = rows.get(name);
    if (known) return known;
    const asked = gather([communityContainer, name]).then((found) =>
      found.find((row) => row.name === name),
    );
    rows.set(name, asked);
    // A lookup that failed may be repeated.
    asked.catch(() => rows.delete(name));
    return asked;
  }

  return {
    find,
    enabledSpaces: () => (enabled ??= enabledSpaces(database)),
    forget() {
      rows = new Map();
      enabled = undefined;
    },
  };
}
