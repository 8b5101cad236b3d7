/**
 * What a wall takes that has pins, topics, hidden posts, accepted answers and mentions, whatever it has grown to;
 * the page of one of its topics; and what waits for somebody in many groups. On both hosts.
 */
import { fullWallOnConfluence, waitingOnConfluence } from './full-walls-confluence.ts';
import { fullWallOnSharePoint, waitingOnSharePoint } from './full-walls-sharepoint.ts';
import type { Measure } from './measure.ts';

const sizes = [100, 10_000, 1_000_000];

export async function measureFullOnSharePoint(): Promise<Measure[]> {
  const measures = await waitingOnSharePoint();
  for (const size of sizes) measures.push(...(await fullWallOnSharePoint(size)));
  return measures;
}

export async function measureFullOnConfluence(): Promise<Measure[]> {
  const measures = await waitingOnConfluence();
  for (const size of sizes) measures.push(...(await fullWallOnConfluence(size)));
  return measures;
}
