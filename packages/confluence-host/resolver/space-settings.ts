/** What the administrators of a space see and change. */
import { Forbidden } from '@kantine/core';
import type { Instant, PersonSummary } from '@kantine/core';
import * as v from 'valibot';
import { showInSpace } from '../access/index.ts';
import { enableSpace, isEnabled, lastChange, noteChange } from '../upkeep/space-settings.ts';
import { hostOperation } from './host-operation.ts';
import type { HostCall } from './host-operation.ts';

/** Whether Kantine is enabled in the space that the page is in. */
export interface SpaceSettings {
  readonly enabled: boolean;
  /** Whether the reader administers the space. */
  readonly mayChange: boolean;
  /** The last time that it was enabled or disabled; absent where that was not noted. */
  readonly changed?: {
    /** Absent where their data was erased. The page looks up the name. */
    readonly by?: PersonSummary;
    readonly at: Instant;
  };
}

/** @throws Forbidden where the page is in no space that the person may read */
async function spaceOf({
  instance,
  caller: { space },
  host: { asker },
}: HostCall): Promise<string> {
  const right = space === undefined ? 'none' : await instance.spaces.right(asker, space);
  if (space === undefined || right === 'none') throw new Forbidden('this space');
  return space;
}

/** For everybody who may read the space. */
export const readSpaceSettings = hostOperation({
  input: v.strictObject({}),
  async run(call): Promise<SpaceSettings> {
    const { instance, host } = call;
    const space = await spaceOf(call);
    const [enabled, mayChange, change] = await Promise.all([
      isEnabled(instance.database, space),
      instance.spaces.isAdministrator(host.asker, space),
      lastChange(instance.database, space),
    ]);
    if (!change) return { enabled, mayChange };
    const { by: id, at } = change;
    const by = id === undefined ? {} : { by: { id, name: '', active: true } };
    return { enabled, mayChange, changed: { ...by, at } };
  },
});

/** For administrators of the space. @returns how it stands from now on. */
export const changeSpaceSettings = hostOperation({
  input: v.strictObject({ enabled: v.boolean() }),
  async run(call, { enabled }): Promise<SpaceSettings> {
    const { instance, host } = call;
    const space = await spaceOf(call);
    if (!(await instance.spaces.isAdministrator(host.asker, space))) {
      throw new Forbidden('the settings of this space');
    }
    await enableSpace(instance.database, space, enabled);
    const { person } = call.caller;
    const at = instance.now();
    await noteChange(instance.database, space, person, at);
    await showInSpace(host.asker, space, enabled).catch((error: unknown) => {
      // The property only shows and hides modules; access depends on the database, which is changed.
      console.warn('Kantine: the property of the space was not changed.', error);
    });
    return {
      enabled,
      mayChange: true,
      changed: { by: { id: person, name: '', active: true }, at },
    };
  },
});
