import { SetupError } from '../errors.ts';
import { modulesOf, type Manifest } from '../manifest/index.ts';
import type { Installation } from '../runtime/index.ts';
import type { Deliveries } from './deliveries.ts';

/** A product or lifecycle event such as `avi:confluence:created:page`, with what it tells. */
export type ForgeEvent = Readonly<Record<string, unknown>> & { readonly eventType: string };

const listening = (manifest: Manifest, { eventType }: ForgeEvent) =>
  modulesOf(manifest, 'trigger').filter(({ events }) => events?.includes(eventType) ?? false);

export const hasListener = (manifest: Manifest, event: ForgeEvent): boolean =>
  listening(manifest, event).length > 0;

/** Calls every trigger that listens to an event; nobody listening is a mistake in the test. */
export async function fire(
  manifest: Manifest,
  deliveries: Deliveries,
  event: ForgeEvent,
): Promise<void> {
  const triggers = listening(manifest, event);
  if (triggers.length === 0) throw new SetupError(`No trigger listens to '${event.eventType}'.`);
  for (const { key, function: functionKey } of triggers) {
    if (functionKey === undefined) throw new SetupError(`The trigger '${key}' has no function.`);
    await deliveries.run({ functionKey, moduleKey: key, background: false, payload: event });
  }
}

/** Calls a scheduled trigger as if its time had come. */
export async function runScheduled(
  manifest: Manifest,
  deliveries: Deliveries,
  { cloudId }: Installation,
  key: string,
): Promise<void> {
  const trigger = modulesOf(manifest, 'scheduledTrigger').find((each) => each.key === key);
  if (!trigger?.function) throw new SetupError(`No scheduled trigger '${key}' with a function.`);
  const payload = { context: { cloudId, moduleKey: key } };
  await deliveries.run({
    functionKey: trigger.function,
    moduleKey: key,
    background: true,
    payload,
  });
}
