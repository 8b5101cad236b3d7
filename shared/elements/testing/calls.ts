/** What an element calls after something was done. */
import type { Stage } from './stage.ts';

/** Longer than changes are gathered before an element asks again. */
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 400));

/**
 * @param shown resolves once the element shows what came of it.
 * @returns the names of the operations that the reader's page called, in their order.
 */
export async function callsAfter(
  company: Stage,
  act: () => unknown,
  shown: () => Promise<unknown>,
): Promise<readonly string[]> {
  company.calls();
  await act();
  await shown();
  await aMoment();
  return company.calls();
}
