/** What pages ask of the host itself, beside the community's operations. */
import { Forbidden, Invalid } from '@kantine/core';
import * as v from 'valibot';
import { isSiteAdministrator, showInSpace } from '../access/index.ts';
import { listen } from '../changes/listen.ts';
import type { Caller, ConfluenceHost } from '../host.ts';
import type { Instance } from '../instance.ts';
import { enableSpace, isEnabled } from '../upkeep/space-settings.ts';
import { changeRetention, readRetention } from '../upkeep/site-settings.ts';
import type { Retention } from '../upkeep/site-settings.ts';
import type { Usage } from '../upkeep/room.ts';

/** Whether Kantine is enabled in the space that the page is in. */
export interface SpaceSettings {
  readonly enabled: boolean;
  /** Whether the reader administers the space. */
  readonly mayChange: boolean;
}

export interface SiteSettings extends Retention {
  readonly usage: Usage;
}

const inputs = {
  listen: v.object({}),
  readSpaceSettings: v.object({}),
  changeSpaceSettings: v.object({ enabled: v.boolean() }),
  readSiteSettings: v.object({}),
  changeSiteSettings: v.object({
    /** Absent keeps everything. */
    keepMonths: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(240))),
  }),
};

type Name = keyof typeof inputs;
type Inputs = { readonly [Operation in Name]: v.InferOutput<(typeof inputs)[Operation]> };
type Operations = { readonly [Operation in Name]: (input: Inputs[Operation]) => Promise<unknown> };

const isName = (name: unknown): name is Name =>
  typeof name === 'string' && Object.hasOwn(inputs, name);

/** @throws Invalid `malformed` */
function accept<Operation extends Name>(operation: Operation, input: unknown): Inputs[Operation] {
  const result = v.safeParse(inputs[operation], input ?? {});
  if (result.success) return result.output as Inputs[Operation];
  const [issue] = result.issues;
  throw new Invalid(
    { field: v.getDotPath(issue) ?? operation, reason: 'malformed' },
    `${operation} does not accept this: ${issue.message}`,
  );
}

/** @returns what runs the operation, or nothing where it is the community's to answer. */
export function hostOperation(
  payload: unknown,
  instance: Instance,
  caller: Caller,
  host: ConfluenceHost,
): (() => Promise<unknown>) | undefined {
  const { operation, input } = (payload ?? {}) as { operation?: unknown; input?: unknown };
  if (!isName(operation)) return undefined;
  const { person } = caller;

  /** @throws Forbidden where the page is in no space that the person may read. */
  async function space(): Promise<string> {
    const { space: here } = caller;
    const right = here === undefined ? 'none' : await instance.spaces.right(person, here);
    if (here === undefined || right === 'none') throw new Forbidden('this space');
    return here;
  }

  async function demandSiteAdministrator(): Promise<void> {
    if (!(await isSiteAdministrator(instance.wait)))
      throw new Forbidden('the settings of this site');
  }

  const operations: Operations = {
    listen: () => listen(instance, host),
    async readSpaceSettings(): Promise<SpaceSettings> {
      const here = await space();
      const [enabled, mayChange] = await Promise.all([
        isEnabled(instance.database, here),
        instance.spaces.isAdministrator(person, here),
      ]);
      return { enabled, mayChange };
    },
    async changeSpaceSettings({ enabled }) {
      const here = await space();
      if (!(await instance.spaces.isAdministrator(person, here))) {
        throw new Forbidden('the settings of this space');
      }
      await enableSpace(instance.database, here, enabled);
      await showInSpace(instance.wait, here, enabled).catch((error: unknown) => {
        // Modules stay shown or hidden; who may do what is changed all the same.
        console.warn('Kantine: the property of the space was not changed.', error);
      });
    },
    async readSiteSettings(): Promise<SiteSettings> {
      await demandSiteAdministrator();
      const [retention, usage] = await Promise.all([
        readRetention(instance.database),
        instance.room.usage(),
      ]);
      return { ...retention, usage };
    },
    async changeSiteSettings(retention) {
      await demandSiteAdministrator();
      await changeRetention(instance.database, retention);
    },
  };
  const run = async <Operation extends Name>(name: Operation): Promise<unknown> =>
    operations[name](accept(name, input));
  return () => run(operation);
}
