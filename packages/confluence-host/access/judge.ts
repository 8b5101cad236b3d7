/** What a person may do in each kind of container, once it is known who they are there. */
import { kindOf, ownerOf, personContainer } from '@kantine/core';
import type { ContainerId, PersonId, Right } from '@kantine/core';
import type { FoundRow } from './container-rows.ts';
import type { SpaceAsker, Spaces } from './spaces.ts';

/** A right that was proven is trusted for reading for some minutes; for writing it is asked anew. */
export type Trust = 'proven' | 'anew';

/** What somebody may do, and by which row: for what belongs to a group, by the group's. */
export interface Judged {
  readonly row: FoundRow | undefined;
  readonly right: Right;
  readonly isOwnOnly?: true;
}

interface JudgeOptions {
  readonly person: PersonId;
  readonly asker: SpaceAsker;
  readonly spaces: Spaces;
  /** Whether the person owns the host. */
  readonly isOwner: () => Promise<boolean>;
  /** The right that the space of a container gives. */
  readonly rightInSpace: (row: FoundRow, trust: Trust) => Promise<Right>;
}

export function openJudge({ person, asker, spaces, isOwner, rightInSpace }: JudgeOptions) {
  async function rightTo(
    name: ContainerId,
    row: FoundRow | undefined,
    trust: Trust,
  ): Promise<Right> {
    switch (kindOf(name)) {
      case 'community':
        return 'write';
      case 'person':
        return name === personContainer(person) ? 'write' : 'none';
      case 'governed':
        // Everybody reads it; who is an owner costs points, and is asked where it matters.
        return trust === 'anew' && (await isOwner()) ? 'write' : 'read';
      case 'office':
        return (await isOwner()) ? 'write' : 'none';
      case 'group':
        return row?.access === 'open' ? rightInSpace(row, trust) : 'none';
      case 'closed': {
        const isMember = row?.access === 'closed' && row.role !== null;
        return isMember && (await rightInSpace(row, trust)) !== 'none' ? 'write' : 'none';
      }
      default:
        return 'none';
    }
  }

  /**
   * Whether the person answers for a group: a steward where it is closed, an administrator of its space where
   * it is open. Their rights in the space are known by then.
   */
  async function answersFor({ access, space, role }: FoundRow, trust: Trust): Promise<boolean> {
    if (access === 'closed') return role === 'steward';
    return space === '' ? isOwner() : spaces.isAdministrator(asker, space, trust === 'anew');
  }

  async function judge(
    name: ContainerId,
    row: FoundRow | undefined,
    trust: Trust,
  ): Promise<Judged> {
    const group = ownerOf(name);
    const right = await rightTo(group ?? name, row, trust);
    if (group === undefined || !row || right === 'none') return { row, right };
    const isAnswering = await answersFor(row, trust);
    if (kindOf(name) === 'desk') return { row, right: isAnswering ? 'write' : 'read' };
    return isAnswering ? { row, right } : { row, right, isOwnOnly: true };
  }

  return { judge };
}
