/** What the administrators of the site see and change. */
import { Forbidden } from '@kantine/core';
import * as v from 'valibot';
import { changeRetention, readRetention } from '../upkeep/site-settings.ts';
import type { Retention } from '../upkeep/site-settings.ts';
import type { Usage } from '../upkeep/room.ts';
import { hostOperation } from './host-operation.ts';
import type { HostCall } from './host-operation.ts';

export interface SiteSettings extends Retention {
  readonly usage: Usage;
}

/** @throws Forbidden to anybody but an administrator of the site */
export async function demandAdministrator({ host }: HostCall): Promise<void> {
  if (!(await host.gate.isOwner())) throw new Forbidden('the settings of this site');
}

export const readSiteSettings = hostOperation({
  input: v.strictObject({}),
  async run(call): Promise<SiteSettings> {
    await demandAdministrator(call);
    const { database, room } = call.instance;
    const [retention, usage] = await Promise.all([readRetention(database), room.usage()]);
    return { ...retention, usage };
  },
});

export const changeSiteSettings = hostOperation({
  input: v.strictObject({
    /** Absent keeps everything. */
    keepMonths: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(240))),
  }),
  async run(call, retention): Promise<void> {
    await demandAdministrator(call);
    await changeRetention(call.instance.database, retention);
  },
});
