import { listFormat } from './formats.ts';

/** Joins names as the language does: «Anna, Bram and Carla». */
export const listOf = (names: readonly string[]): string => listFormat().format(names);
