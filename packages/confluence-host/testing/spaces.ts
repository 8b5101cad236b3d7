import type { Space } from '@kantine/forge-emulator';

/** Who may do what in a space. */
export type Subjects = Record<'read' | 'create' | 'administer', string[]>;

interface Spaces {
  readonly spaces: readonly Space[];
  /** Of the workshop. */
  readonly permissions: Subjects;
  /** Who may read and write in the hall. */
  readonly hall: string[];
}

/**
 * Groups are made on pages in the workshop. Everybody may read and write in the hall at all times.
 * @param more how many more spaces there are, which everybody may read.
 */
export function spacesFor(active: readonly string[], more: number): Spaces {
  const hall = [...active];
  const permissions: Subjects = { read: [...active], create: [...active], administer: [] };
  const spaces = [
    { id: '300', key: 'WORK', name: 'Workshop', permissions },
    { id: '400', key: 'HALL', name: 'Hall', permissions: { read: hall, create: hall } },
    ...Array.from({ length: more }, (_, at) => ({
      id: String(500 + at),
      key: `MORE${at}`,
      name: `More ${at}`,
      permissions: { read: ['everyone'] },
    })),
  ];
  return { spaces, permissions, hall };
}
