/** Archiving a group, which makes it read-only for everybody, and opening it again. */
import { acceptOptionalText } from '../kernel/accept-text.ts';
import type { Host } from '../kernel/ports.ts';
import { limits } from '../settings/settings.ts';
import { writeAct } from './appoint.ts';
import { confirmStewards } from './confirm.ts';
import { acceptReason, hintAt } from './hide.ts';
import { placeOfAct, stewardsOf } from './stewards.ts';

export interface NewArchiving {
  readonly group: string;
  readonly reason: string;
  /** Made once for each. */
  readonly key: string;
}

async function turn(
  host: Host,
  family: 'archive' | 'unarchive',
  { group, reason, key }: NewArchiving,
): Promise<void> {
  const stewards = await stewardsOf(host, group);
  const place = placeOfAct(group, stewards);
  await hintAt(host, place);
  await writeAct(host, place, key, { family, reason });
  await confirmStewards(host, place, stewards);
}

/** @throws Forbidden, Invalid `too-few-words` */
export const archiveGroup = (host: Host, input: NewArchiving): Promise<void> =>
  turn(host, 'archive', { ...input, reason: acceptReason(input.reason) });

/** @throws Forbidden, Invalid `too-long` */
export const unarchiveGroup = (host: Host, input: NewArchiving): Promise<void> =>
  turn(host, 'unarchive', {
    ...input,
    reason: acceptOptionalText('reason', input.reason, limits.actReason),
  });
