/** Which groups a person may know of, as far as the rights in their spaces say. */
import type { ContainerId, Right, Where } from '@kantine/core';
import type { ContainerRows, FoundRow } from './container-rows.ts';

/** A container with its space, as the database says. */
export type InSpace = Pick<FoundRow, 'name' | 'space' | 'enabled'>;

export interface Visibility {
  /** Which of these containers the person may read, as far as their spaces say. */
  visible(containers: readonly ContainerId[]): Promise<ReadonlySet<ContainerId>>;
  /** Those of some containers that the person may read, as far as their spaces say. */
  visibleAmong(containers: readonly InSpace[]): Promise<readonly ContainerId[]>;
  /** Notes that the person may read these, as far as their spaces say: a question in this call was limited to such. */
  saw(containers: readonly ContainerId[]): void;
  /** Whether it is known in this call that the person may read it, as far as its space says. */
  hasSeen(container: ContainerId): boolean;
  /**
   * The spaces whose groups the person may know of, '' for the groups of no space among them.
   * @param where which of them: all, that of the page, or the others. A page in no space has all of them.
   */
  spacesOfGroups(where: Where | undefined): Promise<readonly string[]>;
}

interface VisibilityOptions {
  readonly rows: ContainerRows;
  /** The space that the page is in. */
  readonly here: string | undefined;
  readonly rightIn: (space: string, trust: 'proven') => Promise<Right>;
  readonly readable: () => Promise<ReadonlySet<string>>;
  readonly readableAmong: (spaces: readonly string[]) => Promise<ReadonlySet<string>>;
  readonly isIn: () => Promise<boolean>;
}

export function openVisibility(options: VisibilityOptions): {
  readonly ofGate: Visibility;
  readonly forget: () => void;
} {
  const { rows, here, rightIn, readable, readableAmong, isIn } = options;
  /** Containers in spaces that the person was found to read in this call. */
  const seen = new Set<ContainerId>();

  /** One request tells which of many spaces may be read; for a single one, its rights are known anyway. */
  async function visibleAmong(containers: readonly InSpace[]): Promise<readonly ContainerId[]> {
    const wanted = new Set(
      containers.filter((row) => Number(row.enabled) === 1).map(({ space }) => space),
    );
    const [only] = wanted;
    const readableOnes =
      wanted.size === 1 && only !== undefined
        ? new Set((await rightIn(only, 'proven')) === 'none' ? [] : [only])
        : await readableAmong([...wanted]);
    const isVisible = ({ space }: InSpace): boolean => space === '' || readableOnes.has(space);
    const names = containers.filter(isVisible).map(({ name }) => name);
    for (const name of names) seen.add(name);
    return names;
  }

  async function visible(names: readonly ContainerId[]): Promise<ReadonlySet<ContainerId>> {
    const found = await Promise.all(names.map(rows.find));
    return new Set(await visibleAmong(found.filter((row) => row !== undefined)));
  }

  /** The right in the page's own space is what entering takes; rights in the others are asked for. */
  async function spacesOfGroups(where: Where | undefined): Promise<readonly string[]> {
    if (here === undefined || where === undefined) return ['', ...(await readable())];
    if (where === 'here') return (await isIn()) ? ['', here] : [];
    return [...(await readable())].filter((space) => space !== here);
  }

  return {
    ofGate: {
      visible,
      visibleAmong,
      saw: (containers) => containers.forEach((container) => seen.add(container)),
      hasSeen: (container) => seen.has(container),
      spacesOfGroups,
    },
    forget: () => seen.clear(),
  };
}
