/** Tokens as they are written. */
import type { PersonId } from '../kernel/person-id.ts';

/** A text that mentions a person; whatever an id holds beside letters and digits is escaped. */
export const mentionToken = (person: PersonId): string =>
  `@[${person.replace(
    /[^A-Za-z\d.:-]/g,
    (unit) => `~${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )}]`;
