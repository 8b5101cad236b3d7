/**
 * A member of the site with a console: they may change every list that inherits the site's permissions,
 * and are in no closed group.
 */
import type { ContainerId } from '@kantine/core';
import { listPathById } from '../schema/index.ts';
import { answerOf, get, merge, post } from '../wire/index.ts';
import type { RestRequest } from '../wire/index.ts';
import { closedPaths, closedRows } from './closed.ts';
import type { Actor, Organisation } from './organisation.ts';

interface Listed {
  readonly Id: string;
  readonly Title: string;
}

/** Lists that owners alone write, and what of them a stranger may do: to read is not to write. */
const guarded = {
  KantineGoverned: 'reads',
  KantineDeskOfGroups: 'reads',
  KantineOffice: 'nothing',
} as const;
const readOnly = (name: string): boolean => guarded[name as keyof typeof guarded] === 'reads';

/** What a stranger leaves in a list. */
const mark = 'planted';

const ways = (path: string): RestRequest[] => [
  get(`${path}/items?$select=Id,AuthorId`),
  post(`${path}/items`, { Title: mark }),
  post(`${path}/fields`, { Title: mark, FieldTypeKind: 2 }),
  merge(path, { EnableVersioning: true, NoCrawl: false }),
];

export interface Stranger {
  /** Does whatever a list allows, to each that there is. @returns what they could do anything to */
  intrude(): Promise<string[]>;
  /** Rows of others that they have read so far. */
  read(): number;
  /** What they left in the lists of a container. */
  left(container: ContainerId): Promise<unknown[]>;
}

export function strangerIn(organisation: Organisation, actor: Exclude<Actor, 'owner'>): Stranger {
  const wire = organisation.wireOf(actor);
  const owner = organisation.wireOf('owner');
  const me = organisation.ids[actor];
  let rowsRead = 0;

  /** Those that they see, and those whose GUIDs somebody told them. */
  async function paths(): Promise<ReadonlyMap<string, string>> {
    const seen = await wire.send<readonly Listed[]>(get('web/lists?$select=Id,Title&$top=5000'));
    const closed = seen.filter(
      ({ Title }) => Title in guarded || /^Kantine(?:X|Closed|\w+In(?:\d|x))/.test(Title),
    );
    const rows = await closedRows(organisation).catch(() => new Map<string, never>());
    const told = [...rows.values()].flatMap(({ row }) =>
      Object.values(row.lists).flatMap(({ id = '', name }) => (id ? [[name, id] as const] : [])),
    );
    return new Map([
      ...closed.map(({ Id, Title }) => [Title, listPathById(Id)] as const),
      ...told.map(([name, id]) => [name, listPathById(id)] as const),
    ]);
  }

  return {
    read: () => rowsRead,
    async intrude() {
      const open: string[] = [];
      for (const [name, path] of await paths()) {
        const outcomes = await wire.batch(ways(path));
        const writes = readOnly(name) ? outcomes.slice(1) : outcomes;
        if (writes.some(({ ok }) => ok)) open.push(name);
        const [items] = outcomes;
        if (items?.ok !== true || readOnly(name)) continue;
        const rows = items.value as readonly { AuthorId: number }[];
        rowsRead += rows.filter(({ AuthorId }) => String(AuthorId) !== me).length;
      }
      return open;
    },
    async left(container) {
      const answers = await owner.batch(
        (await closedPaths(organisation, container)).flatMap((path) => [
          get(`${path}/items?$select=Id&$filter=AuthorId eq ${me}`),
          get(`${path}/fields?$select=Title&$filter=Title eq '${mark}'`),
          get(`${path}?$select=EnableVersioning,NoCrawl`),
        ]),
      );
      return answers.flatMap((outcome) => {
        const found = answerOf<unknown>(outcome);
        if (Array.isArray(found)) return found as unknown[];
        const { EnableVersioning, NoCrawl } = found as Record<string, unknown>;
        return EnableVersioning === false && NoCrawl === true ? [] : [found];
      });
    },
  };
}
