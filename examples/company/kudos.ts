import { kudosOfFirstMonth } from './kudos/first-month.ts';
import { kudosOfSecondMonth } from './kudos/second-month.ts';
import type { KudosGiven } from './kudos/thank.ts';

export const kudosGiven: readonly KudosGiven[] = [...kudosOfFirstMonth, ...kudosOfSecondMonth];
