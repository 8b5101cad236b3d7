import { mentionToken } from '@kantine/core';
import type { PersonSummary } from '@kantine/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelFor, mentionedIn, withNames, withTokens } from './mention-text.ts';

const person = (id: string, name: string): PersonSummary => ({ id, name, active: true });
const bo = person('7', 'Bo');
const okafor = person('8', 'Bo Okafor');
const ada = person('712020:ada', 'Ada Lindqvist');

describe('a text with mentions', () => {
  it('is written with names, and sent with tokens', () => {
    const text = `Ask ${mentionToken(ada.id)}, or ${mentionToken(bo.id)}.`;
    const written = withNames(text, [ada, bo]);
    expect(written.text).toBe('Ask @Ada Lindqvist, or @Bo.');
    expect(withTokens(written)).toBe(text);
    expect(mentionedIn(written)).toMatchObject([{ id: '712020:ada' }, { id: '7' }]);
  });

  it('mentions everybody by words, and by one token that names nobody', () => {
    const written = withNames('Soup, @[*] and @[7]', [bo]);
    expect(written.text).toBe('Soup, @everyone in this group and @Bo');
    expect(withTokens(written)).toBe('Soup, @[*] and @[7]');
    expect(mentionedIn(written)).toEqual([bo]);
  });

  it('tells people of one name apart, and a name that begins like another', () => {
    const named = { Bo: '7', 'Bo Okafor': '8' };
    expect(labelFor(person('9', 'Bo'), named)).toBe('Bo 2');
    expect(labelFor(bo, named)).toBe('Bo');
    expect(withTokens({ text: '@Bo Okafor and @Bo', named })).toBe('@[8] and @[7]');
  });

  it.each([
    ['a@Bo', 'a@Bo'],
    ['@Bob and @Bo', '@Bob and @[7]'],
    ['@Bo(who knows)', '@[7] (who knows)'],
    ['@bo', '@bo'],
  ])('of %j sends %j', (text, sent) => {
    expect(withTokens({ text, named: { Bo: '7' } })).toBe(sent);
  });

  it('stays with tokens where names would say something else', () => {
    const text = `@Bo is not ${mentionToken(bo.id)}`;
    expect(withNames(text, [bo])).toEqual({ text, named: {} });
  });

  it('is the same after it was opened and sent again, whatever people typed and are called', () => {
    const part = fc.oneof(
      fc.constantFrom(
        '@Bo',
        ' Okafor',
        '@',
        ' ',
        '(',
        '\n',
        'Bo',
        '.',
        '@Ada Lindqvist',
        '*',
        '@[*]',
      ),
      fc.constantFrom(bo, okafor, ada).map(({ id }) => mentionToken(id)),
      fc.string({ maxLength: 3 }),
    );
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), name, (parts, other) => {
        const text = parts.join('');
        expect(withTokens(withNames(text, [bo, okafor, ada]))).toBe(text);
        expect(withTokens(withNames(text, [person('7', other), okafor, ada]))).toBe(text);
      }),
      { numRuns: 500 },
    );
  });
});
