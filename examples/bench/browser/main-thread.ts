/** What the main thread of a page did. */
import type { CDPSession } from 'playwright';

async function metric(devTools: CDPSession, name: string): Promise<number> {
  const { metrics } = await devTools.send('Performance.getMetrics');
  return metrics.find((each) => each.name === name)?.value ?? NaN;
}

/**
 * @returns milliseconds that its tasks took while something happened: script, style, layout, paint and handing over.
 * Of the thread's own time: what else the machine does meanwhile does not count.
 */
export async function mainThreadDuring(
  devTools: CDPSession,
  happen: () => Promise<unknown>,
): Promise<number> {
  await devTools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await metric(devTools, 'TaskDuration');
  await happen();
  return ((await metric(devTools, 'TaskDuration')) - before) * 1_000;
}

/** @returns megabytes (of a million) that scripts hold, without what nobody holds any more. */
export async function heap(devTools: CDPSession): Promise<number> {
  // A second collection frees the objects that a first one finalizes.
  for (let turn = 0; turn < 2; turn += 1) await devTools.send('HeapProfiler.collectGarbage');
  return (await metric(devTools, 'JSHeapUsedSize')) / 1_000_000;
}
