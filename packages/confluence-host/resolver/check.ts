/** What administrators of the site have tried on it. */
import * as v from 'valibot';
import { newCheckChannel, checkChannel, tellCheckChannel } from '../check/realtime.ts';
import { tryPlans } from '../check/plans.ts';
import { tryCost, tryPeople, tryPoints, tryRights, trySearch } from '../check/requests.ts';
import type { Tried } from '../check/requests.ts';
import { hostOperation } from './host-operation.ts';
import type { HostCall } from './host-operation.ts';
import { demandAdministrator } from './site-settings.ts';

async function trySize({ instance: { room } }: HostCall): Promise<Tried> {
  const { bytes, tables } = await room.usage();
  return bytes > 0
    ? { answer: 'told', detail: `${tables.length} tables` }
    : { answer: 'missing', detail: `${tables.length} tables` };
}

const attempts: Readonly<Record<string, (call: HostCall) => Promise<Tried>>> = {
  rights: tryRights,
  people: tryPeople,
  search: trySearch,
  points: tryPoints,
  cost: tryCost,
  plans: ({ instance }) => tryPlans(instance),
  size: trySize,
};

/** Tries one fact. @throws Forbidden to anybody but an administrator of the site; what the attempt throws */
export const checkSite = hostOperation({
  input: v.strictObject({ fact: v.picklist(Object.keys(attempts)) }),
  async run(call, { fact }): Promise<Tried> {
    await demandAdministrator(call);
    const attempt = attempts[fact];
    if (!attempt) throw new RangeError(`There is no fact ${fact}.`);
    return attempt(call);
  },
});

/** A channel of its own for a page that checks realtime. */
export const openCheckChannel = hostOperation({
  input: v.strictObject({}),
  async run(call) {
    await demandAdministrator(call);
    return newCheckChannel(call.instance.tokens, call.host.asker);
  },
});

/** Tells something on such a channel. @returns whether realtime took it */
export const tellCheck = hostOperation({
  input: v.strictObject({ channel: v.pipe(v.string(), v.regex(checkChannel)) }),
  async run(call, { channel }): Promise<boolean> {
    await demandAdministrator(call);
    return tellCheckChannel(call.instance.tokens, call.host.asker, channel);
  },
});
