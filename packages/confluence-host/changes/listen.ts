/** The channels that a person may subscribe to, with tokens for an hour. */
import { personContainer } from '@kantine/core';
import type { ConfluenceHost } from '../host.ts';
import type { Instance } from '../instance.ts';
import { communityChannel, openChannel, ownChannel, spaceChannel } from './channels.ts';
import type { Channel } from './channels.ts';

/** A page with more channels than this polls as well. */
const mostChannels = 40;

export interface Listening {
  readonly channels: readonly Channel[];
  /** Whether these channels tell of everything that the person may read. */
  readonly isWhole: boolean;
}

export async function listen(
  { tokens, now }: Instance,
  { gate, containers }: ConfluenceHost,
): Promise<Listening> {
  await gate.enter();
  const [spaces, joined] = await Promise.all([gate.spaces(), containers.joined()]);
  const names = [
    communityChannel,
    ownChannel(personContainer(gate.person)),
    ...joined.map(ownChannel),
    ...[...spaces].map(spaceChannel),
  ];
  const wanted = names.slice(0, mostChannels);
  const opened = await Promise.all(wanted.map((name) => openChannel(tokens, now, name)));
  const channels = opened.filter((channel) => channel !== undefined);
  return { channels, isWhole: channels.length === names.length };
}
