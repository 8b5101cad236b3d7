import { kudosValues } from '@kantine/core';
import type { KudosValue, PersonSummary } from '@kantine/core';

/** A thank-you that its giver has not sent. */
export interface ThankYouDraft {
  readonly recipients: readonly PersonSummary[];
  readonly value?: KudosValue;
  readonly reason: string;
  /** Belongs to the draft, so that sending it again after a reload thanks nobody twice. */
  readonly key: string;
}

const isPerson = (found: Partial<PersonSummary> | null): boolean =>
  typeof found?.id === 'string' && typeof found.name === 'string';

export function isThankYouDraft(found: Partial<ThankYouDraft>): found is ThankYouDraft {
  const { recipients, value, reason, key } = found;
  const isValue = value === undefined || kudosValues.includes(value);
  const arePeople = Array.isArray(recipients) && recipients.every(isPerson);
  return arePeople && isValue && typeof reason === 'string' && typeof key === 'string';
}
