/** Takes access away as an owner of the site would: person by person, in the lists' permissions. */
import type { ContainerId, PersonId, Right } from '@kantine/core';
import { contractPeople } from '@kantine/host-contract';
import type { Role } from '@kantine/host-contract';
import { isKeptIn, listName, listSetOf } from '../schema/index.ts';
import { answerOf, get, post } from '../wire/index.ts';
import { allCollections } from './organisation.ts';
import type { Organisation } from './organisation.ts';

const levels = { read: 2, write: 3 } as const;

export function restrictor({ pathOf, wireOf, ids }: Organisation) {
  const wire = wireOf('owner');
  const rights = new Map<string, Right>();

  return async (container: ContainerId, person: PersonId, right: Right): Promise<void> => {
    const listSet = listSetOf(container, '');
    if (typeof listSet !== 'string')
      throw new RangeError(`${container} has no permissions that could be taken away.`);
    rights.set(`${listSet} ${person}`, right);
    const [read, write, members] = (
      await wire.batch([
        get(`web/roleDefinitions/getByType(${levels.read})?$select=Id`),
        get(`web/roleDefinitions/getByType(${levels.write})?$select=Id`),
        get('web/associatedMemberGroup?$select=Id'),
      ])
    ).map((outcome) => answerOf<{ Id: number }>(outcome).Id) as [number, number, number];
    const active = (Object.keys(ids) as Role[]).filter((role) => contractPeople[role].active);
    const kept = allCollections.filter((collection) => isKeptIn(collection, listSet));
    const names = new Set(kept.map((each) => listName(each, listSet)));
    const lists = [...names].map(pathOf);
    for (const list of lists) {
      const change = (verb: 'add' | 'remove', principal: number | string, level: number) =>
        post(
          `${list}/roleAssignments/${verb}RoleAssignment(principalId=${principal},roleDefId=${level})`,
        );
      const steps = active.flatMap((role) => {
        const id = ids[role];
        const own = rights.get(`${listSet} ${id}`) ?? 'write';
        return [
          change('remove', id, read),
          change('remove', id, write),
          ...(own === 'none' ? [] : [change('add', id, own === 'read' ? read : write)]),
        ];
      });
      await wire.perform([change('remove', members, write), ...steps]);
    }
  };
}
