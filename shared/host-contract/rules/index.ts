/** Every rule of the contract, in the order of docs/host-contract.md. */
import type { Rule } from '../rule.ts';
import { askingRules } from './asking.ts';
import { accessRules } from './access.ts';
import { audienceRules } from './audience.ts';
import { closedRules, requestRules } from './closed.ts';
import { removeRules, updateRules } from './change-records.ts';
import { changeRules } from './subscription.ts';
import { clockRules } from './clock.ts';
import { directoryRules } from './directory.ts';
import { faultRules } from './faults.ts';
import { founderRules } from './founder.ts';
import { heldRules } from './held.ts';
import { identityRules } from './identity.ts';
import { fieldRules, insertRules } from './insert.ts';
import { keyRules } from './key.ts';
import { countRules, lookupRules, readRules } from './lookup.ts';
import { pagingRules } from './paging.ts';
import { queryRules } from './query.ts';
import { placeRules } from './desk.ts';
import { stampRules } from './stamp.ts';
import { togetherRules } from './newest.ts';
import { upkeepRules } from './upkeep.ts';
import { whereRules } from './where.ts';

export const rules: readonly Rule[] = [
  ...identityRules,
  ...stampRules,
  ...clockRules,
  ...insertRules,
  ...keyRules,
  ...fieldRules,
  ...updateRules,
  ...removeRules,
  ...queryRules,
  ...pagingRules,
  ...whereRules,
  ...lookupRules,
  ...countRules,
  ...readRules,
  ...togetherRules,
  ...heldRules,
  ...accessRules,
  ...founderRules,
  ...audienceRules,
  ...placeRules,
  ...closedRules,
  ...requestRules,
  ...askingRules,
  ...upkeepRules,
  ...directoryRules,
  ...changeRules,
  ...faultRules,
];
