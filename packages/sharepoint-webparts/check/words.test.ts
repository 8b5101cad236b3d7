/** What the page says of each answer that SharePoint may give. */
import { languages } from '@kantine/elements/registry';
import { rowOf } from '@kantine/elements/site-check/report';
import { checkFacts } from '@kantine/sharepoint-host/check';
import { describe, expect, it } from 'vitest';

const facts = Object.entries(checkFacts).flatMap(([id, answers]) =>
  [...answers, 'failed'].map((answer) => ({ id, answer })),
);

describe('each answer of each fact', () => {
  it.each(facts)('has words and a meaning in four languages: $id $answer', ({ id, answer }) => {
    for (const language of languages) {
      const row = rowOf({ id, answer }, (words) => words[language]);
      expect(row.fact).not.toBe(id);
      expect(row.answer).not.toBe(answer);
      expect(row.means).toMatch(/[.!]$/);
    }
  });
});
