import { describe, expect, it } from 'vitest';
import { communityContainer } from '@kantine/core';
import { contractCollections, mark } from '@kantine/host-contract';
import { eachInAnOrganisation } from '../testing/each.ts';
import type { Organisation } from '../testing/organisation.ts';
import { get, merge } from '../wire/index.ts';
import type { Wire } from '../wire/index.ts';
import { findLevels } from './levels.ts';

interface Level {
  readonly Id: number;
  readonly Name: string;
  readonly RoleTypeKind: number;
  readonly BasePermissions: { readonly Low: string; readonly High: string };
}

describe('permission levels', () => {
  let organisation: Organisation;
  let owner: Wire;
  eachInAnOrganisation(
    (opened) => {
      organisation = opened;
      owner = organisation.wireOf('owner');
    },
    { setUp: 'nothing' },
  );

  const all = (): Promise<readonly Level[]> => owner.send(get('web/roleDefinitions'));
  const named = async (name: string): Promise<Level> => {
    const level = (await all()).find(({ Name }) => Name === name);
    if (!level) throw new Error(`There is no level ${name}.`);
    return level;
  };
  const path = ({ Id }: Level): string => `web/roleDefinitions(${Id})`;

  it('are those that every site begins with', async () => {
    expect(await findLevels(owner)).toEqual({
      read: (await named('Read')).Id,
      contribute: (await named('Contribute')).Id,
      full: (await named('Full Control')).Id,
    });
  });

  it('S-B8: are found under other names', async () => {
    const { Id } = await named('Contribute');
    await owner.send(merge(path(await named('Contribute')), { Name: 'Mitwirken' }));
    expect(await findLevels(owner)).toMatchObject({ contribute: Id });
  });

  it('S-B8: are made where an owner deleted them, once', async () => {
    for (const name of ['Read', 'Contribute']) {
      await owner.send({ method: 'DELETE', path: path(await named(name)), version: '*' });
    }
    const levels = await findLevels(owner);
    expect((await named('Kantine contribute')).Id).toBe(levels.contribute);
    expect((await named('Kantine read')).Id).toBe(levels.read);
    expect(await findLevels(owner)).toEqual(levels);
    const { marks } = contractCollections;
    await organisation.hostOf('owner').provision();
    const anna = organisation.hostOf('anna');
    await anna.store.insert(marks, communityContainer, 'a', mark());
  });

  it('S-B8: give people no list to manage, whatever an owner made of “Contribute”', async () => {
    const { BasePermissions } = await named('Edit');
    await owner.send(merge(path(await named('Contribute')), { BasePermissions }));
    const { contribute } = await findLevels(owner);
    expect(contribute).not.toBe((await named('Contribute')).Id);
    const level = (await all()).find(({ Id }) => Id === contribute);
    expect(Number(level?.BasePermissions.Low) & (1 << 11)).toBe(0);
  });
});
