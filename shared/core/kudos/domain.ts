/** Thanks between colleagues. */
import { readKudos } from './feed.ts';
import { readReceivedBy } from './received-by.ts';
import { giveKudos, readAudience, readBudget, withdrawKudos } from './give.ts';

export const operations = {
  read: readKudos,
  give: giveKudos,
  withdraw: withdrawKudos,
  budget: readBudget,
  audience: readAudience,
  receivedBy: readReceivedBy,
};
