/** What the page says of each answer that Confluence may give. */
import { checkFacts } from '@kantine/confluence-host/page';
import type { CheckFact } from '@kantine/confluence-host/page';
import { describe, expect, it } from 'vitest';
import { languageOf } from './check-words.ts';
import { reportOf, rowOf } from './report.ts';

const facts = Object.entries(checkFacts).flatMap(([id, answers]) =>
  [...answers, 'failed'].map((answer) => ({ id: id as CheckFact, answer })),
);

describe('the check of a site', () => {
  it.each(facts)('has words and a meaning in four languages: $id $answer', ({ id, answer }) => {
    for (const language of ['en', 'nl', 'de', 'fr'] as const) {
      const row = rowOf({ id, answer }, language);
      expect(row.fact).not.toBe(id);
      expect(row.answer).not.toBe(answer);
      expect(row.means).toMatch(/\.$/);
    }
  });

  it('is copied as text with codes for developers', () => {
    const answers = [{ id: 'rights', answer: 'refused', detail: '401' }] as const;
    expect(reportOf(answers, languageOf('en-GB'))).toBe(
      'Kantine: Answers of this site\nAsking what somebody may do in a space: Refused. A scope is missing: install the app again and accept its scopes. [rights=refused 401]\n',
    );
    expect(languageOf('pt_BR')).toBe('en');
    expect(languageOf('nl_NL')).toBe('nl');
  });
});
