/** The channels that a person may subscribe to, with tokens for an hour. */
import { anywhere, communityContainer, personContainer } from '@kantine/core';
import type { ContainerId } from '@kantine/core';
import type { ConfluenceHost } from '../host.ts';
import type { Instance } from '../instance.ts';
import { channelOf, communityChannel, openChannel, ownChannel, spaceChannel } from './channels.ts';
import type { RealtimeChannel } from './channels.ts';

/** A page with more channels than this polls as well. */
const mostChannels = 40;

export interface Listening {
  readonly channels: readonly RealtimeChannel[];
  /** Whether these channels tell of everything that the person may read. */
  readonly isWhole: boolean;
}

async function opened(
  { tokens }: Pick<Instance, 'tokens'>,
  { asker: { cloudId, now, wait } }: Pick<ConfluenceHost, 'asker'>,
  names: readonly string[],
): Promise<Listening> {
  const book = { cloudId, tokens, now, wait };
  const wanted = names.slice(0, mostChannels);
  const found = await Promise.all(wanted.map((name) => openChannel(book, name, 'subscribe')));
  const channels = found.filter((channel) => channel !== undefined);
  return { channels, isWhole: channels.length === names.length };
}

/** Everything that the person may hear: for pages of version 0.1, which do not say what they show. */
export async function listen(instance: Instance, host: ConfluenceHost): Promise<Listening> {
  const { gate, containers } = host;
  await gate.enter();
  const [spaces, joined] = await Promise.all([gate.spaces(), containers.joined()]);
  return opened(instance, host, [
    communityChannel,
    ownChannel(personContainer(gate.person)),
    ...joined.map(ownChannel),
    ...[...spaces].map(spaceChannel),
  ]);
}

/**
 * The channels that tell of these containers, as far as the person may read them: what a page shows. Their
 * own records are told to no other page of theirs: that would be one more channel for each person.
 */
export async function hear(
  instance: Instance,
  host: ConfluenceHost,
  containers: readonly ContainerId[],
): Promise<Listening> {
  const { gate } = host;
  await gate.enter();
  const shown = containers
    .map((container) => (container === anywhere ? communityContainer : container))
    .filter((container) => !container.startsWith(personContainer('')));
  const distinct = [...new Set(shown)];
  const accesses = await gate.accessTo(distinct);
  const names = distinct.flatMap((container, at) => {
    const access = accesses[at];
    const name = channelOf(container, access?.space);
    return name !== undefined && access && access.right !== 'none' ? [name] : [];
  });
  return opened(instance, host, [...new Set(names)]);
}
