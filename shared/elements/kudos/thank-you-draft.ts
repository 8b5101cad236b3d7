import type { GroupSummary, KudosValue, PersonSummary } from '@kantine/core';

/** A thank-you that its giver has not sent. */
export interface ThankYouDraft {
  readonly recipients: readonly PersonSummary[];
  readonly value?: KudosValue | undefined;
  readonly reason: string;
  /** Who reads it: one group, or everybody. */
  readonly group?: GroupSummary | undefined;
}

const isNamed = (found: unknown): found is PersonSummary & GroupSummary => {
  const { id, name } = (found ?? {}) as Partial<Record<'id' | 'name', unknown>>;
  return typeof id === 'string' && typeof name === 'string';
};

/** @returns the draft in what was stored; others may write to the storage. */
export function acceptThankYou(
  stored: Readonly<Record<string, unknown>>,
): ThankYouDraft | undefined {
  const { recipients, reason, group } = stored;
  // One that is no longer offered is chosen anew.
  const value = stored.value as KudosValue | undefined;
  const isKnown = value === undefined || typeof value === 'string';
  const arePeople = Array.isArray(recipients) && recipients.every(isNamed);
  if (!arePeople || !isKnown || typeof reason !== 'string') return undefined;
  // Thanks for one group never become everybody's.
  if (group !== undefined && !isNamed(group)) return undefined;
  return { recipients, value, reason, group };
}
