/** Until when the reader has seen a wall. */
import * as v from 'valibot';
import { id, instant } from '../kernel/input.ts';
import { command } from '../kernel/operation.ts';
import type { InputOf } from '../kernel/operation.ts';

const readUntil = v.strictObject({ group: id, until: instant });
export type ReadUntil = InputOf<{ readonly input: typeof readUntil }>;

/** Never moves back. */
export const markRead = command({
  input: readUntil,
  run: async (host, input) =>
    (await import(/* webpackChunkName: 'wall-message' */ './keep-mark.ts')).keepMark(host, input),
});
