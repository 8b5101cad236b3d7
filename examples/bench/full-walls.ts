/**
 * What a wall takes that has pins, topics, hidden posts, accepted answers and mentions, whatever it has grown to;
 * the page of one of its topics; and what waits for somebody in many groups. On both hosts.
 */
import { measureFullOnConfluence } from './full-walls-confluence.ts';
import { measureFullOnSharePoint } from './full-walls-sharepoint.ts';
import type { Measure } from './measure.ts';

const sizes = [100, 10_000, 1_000_000];

export const measureFullWalls = async (): Promise<Measure[]> => [
  ...(await measureFullOnSharePoint(sizes)),
  ...(await measureFullOnConfluence(sizes)),
];
