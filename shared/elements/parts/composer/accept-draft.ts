/** A draft as the browser kept it: others may have written there. */
import type { TextKind } from './kind-choice.ts';

interface AcceptedDraft {
  readonly text: string;
  readonly kind?: TextKind;
  readonly topic?: string;
  readonly named: Readonly<Record<string, string>>;
  readonly untold?: readonly string[];
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** @returns undefined for what is no draft. */
export function acceptDraft({
  text,
  kind,
  topic,
  named,
  untold,
}: Readonly<Record<string, unknown>>): AcceptedDraft | undefined {
  if (typeof text !== 'string') return undefined;
  const people = Object.entries(Object(named) as object).filter(
    ([label, person]) => isText(label) && isText(person),
  );
  const names = Array.isArray(untold) ? untold.filter(isText) : [];
  return {
    text,
    named: Object.fromEntries(people) as Record<string, string>,
    ...(kind === 'question' ? { kind } : {}),
    ...(isText(topic) ? { topic } : {}),
    ...(names.length > 0 ? { untold: names } : {}),
  };
}
