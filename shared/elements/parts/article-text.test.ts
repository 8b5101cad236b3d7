import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mountTemplate } from '../testing/index.ts';
import { articleText, stretchesOf } from './article-text.ts';

const tags = (text: string): string[] => {
  const root = mountTemplate(articleText(text));
  return [...root.querySelectorAll('h3, h4, h5, p, li, pre, blockquote')].map(
    ({ localName, textContent }) => `${localName} ${textContent.trim()}`,
  );
};

describe('the text of an article', () => {
  it('has headings, lists, quotes and code', () => {
    expect(
      tags('# Heat\n\nWait.\n## Steam ##\n- one\n- two\n### Why\n> so\n\n```\nx = 1\n```'),
    ).toEqual([
      'h3 Heat',
      'p Wait.',
      'h4 Steam',
      'li one',
      'li two',
      'h5 Why',
      'blockquote so',
      'p so',
      'pre x = 1',
    ]);
  });

  it('has no heading in code, without a blank, or of a deeper level', () => {
    expect(tags('```\n# in code\n```')).toEqual(['pre # in code']);
    expect(tags('#tag')).toEqual(['p #tag']);
    expect(tags('#### deep')).toEqual(['p #### deep']);
  });

  it('leaves no gap between the levels of its headings', () => {
    expect(tags('## a\n### b\n# c\n### d')).toEqual(['h3 a', 'h4 b', 'h3 c', 'h4 d']);
  });

  it('is only ever text, whatever is typed', () => {
    const root = mountTemplate(
      articleText(
        '# <script>alert(1)</script>\n\n<img src=x onerror=alert(1)>\n\n[a](javascript:alert)',
      ),
    );
    expect(root.querySelector('script, img, a')).toBeNull();
    expect(root.textContent).toContain('<script>alert(1)</script>');
  });

  it('keeps every line that says something, in any text', () => {
    const line = fc.constantFrom('# a', '## b ##', '```', '````', 'word', '> q', '- i', '', ' ');
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const shown = stretchesOf(lines.join('\n'))
          .map(({ text }) => text)
          .join('\n');
        for (const word of ['a', 'b', 'word', '> q', '- i']) {
          const count = (text: string): number =>
            text.split('\n').filter((each) => each.includes(word)).length;
          expect(count(shown)).toBe(count(lines.join('\n')));
        }
      }),
    );
  });
});
