/**
 * Permission levels, found by what they let people do: an owner may rename, change or delete those that
 * a site began with, and nothing but their rights tells which one fits.
 */
import { answerOf, get, post } from '../wire/index.ts';
import type { Wire } from '../wire/index.ts';

export type LevelName = 'read' | 'contribute' | 'full';

/** The ids of the levels. */
export type Levels = Readonly<Record<LevelName, number>>;

interface Level {
  readonly Id: number;
  readonly Name: string;
  readonly RoleTypeKind: number;
  readonly BasePermissions: { readonly Low: string | number; readonly High: string | number };
}

interface Wanted {
  /** RoleTypeKind of the level of this name that every site begins with. */
  readonly kind: number;
  readonly has: Mask;
  readonly lacks: Mask;
  /** What a level of ours lets people do: SharePoint's own masks. */
  readonly made: Mask;
}

/** The two halves of SPBasePermissions; PermissionKind n is bit n - 1. */
interface Mask {
  readonly low: number;
  readonly high: number;
}

const viewItems = (1 << 0) | (1 << 5);
const writeItems = (1 << 1) | (1 << 2) | (1 << 3);
/** Approving, overriding what a list says of its rows, changing the list, its permissions, the site. */
const managing = (1 << 4) | (1 << 8) | (1 << 11) | (1 << 25) | (1 << 30);
/** Seeing who has access. */
const enumerating = 1 << 30;
const everything: Mask = { low: 0xffffffff, high: 0x7fffffff };

/** https://learn.microsoft.com/sharepoint/understanding-permission-levels */
const wanted: Readonly<Record<LevelName, Wanted>> = {
  read: {
    kind: 2,
    has: { low: viewItems, high: 0 },
    lacks: { low: writeItems | managing, high: enumerating },
    made: { low: 138_612_833, high: 176 },
  },
  contribute: {
    kind: 3,
    has: { low: viewItems | writeItems, high: 0 },
    lacks: { low: managing, high: enumerating },
    made: { low: 1_011_028_719, high: 432 },
  },
  full: {
    kind: 5,
    has: everything,
    lacks: { low: 0, high: 0 },
    made: everything,
  },
};

const names = Object.keys(wanted) as readonly LevelName[];

const fits = ({ has, lacks }: Wanted, { BasePermissions }: Level): boolean => {
  const low = Number(BasePermissions.Low);
  const high = Number(BasePermissions.High);
  const isAll = (mask: number, bits: number): boolean => (mask & bits) >>> 0 === bits >>> 0;
  return (
    isAll(low, has.low) &&
    isAll(high, has.high) &&
    (low & lacks.low) === 0 &&
    (high & lacks.high) === 0
  );
};

const rightsIn = ({ BasePermissions: { Low, High } }: Level): number =>
  [Low, High].reduce<number>(
    (sum, half) => sum + (Number(half) >>> 0).toString(2).replaceAll('0', '').length,
    0,
  );

/** SharePoint's own level where it still fits, else the one that lets people do least beside what is wanted. */
const choose = (levels: readonly Level[], level: Wanted): Level | undefined =>
  levels
    .filter((each) => fits(level, each))
    .toSorted((one, other) => {
      const own =
        Number(other.RoleTypeKind === level.kind) - Number(one.RoleTypeKind === level.kind);
      return own === 0 ? rightsIn(one) - rightsIn(other) : own;
    })[0];

/** Finds the levels, and makes one that a site has not. For owners. */
export async function findLevels(wire: Wire): Promise<Levels> {
  const [outcome] = await wire.batch([
    get('web/roleDefinitions?$select=Id,Name,RoleTypeKind,BasePermissions'),
  ]);
  const levels = answerOf<readonly Level[]>(outcome);
  const ids: Partial<Record<LevelName, number>> = {};
  for (const name of names) {
    const found = choose(levels, wanted[name]);
    ids[name] = found?.Id ?? (await makeLevel(wire, name, levels));
  }
  return ids as Levels;
}

async function makeLevel(wire: Wire, name: LevelName, levels: readonly Level[]): Promise<number> {
  const taken = new Set(levels.map(({ Name }) => Name.toLowerCase()));
  let title = `Kantine ${name}`;
  for (let number = 2; taken.has(title.toLowerCase()); number += 1)
    title = `Kantine ${name} ${number}`;
  const { low, high } = wanted[name].made;
  const made = await wire.send<{ Id: number }>(
    post('web/roleDefinitions', {
      Name: title,
      Description: 'What people need in the lists of Kantine',
      Order: 128,
      BasePermissions: { Low: `${low}`, High: `${high}` },
    }),
  );
  return made.Id;
}
