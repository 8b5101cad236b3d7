/** Who reads a wall, asked anew while somebody writes: the group may have changed since the wall was read. */
import * as v from 'valibot';
import type { Audience } from '../kernel/audience.ts';
import { groupContainer } from '../kernel/container.ts';
import { id } from '../kernel/input.ts';
import { query } from '../kernel/operation.ts';

export const readAudience = query({
  input: v.strictObject({ group: id }),
  reads: () => [],
  run: ({ containers }, { group }): Promise<Audience> => containers.audience(groupContainer(group)),
});
