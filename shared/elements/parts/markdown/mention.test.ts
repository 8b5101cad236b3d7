import { mentionToken } from '@kantine/core';
import fc from 'fast-check';
import { html } from 'lit';
import { describe, expect, it } from 'vitest';
import { expectAccessible, mountTemplate } from '../../testing/index.ts';
import '../person-name/define.ts';
import { markdown } from './markdown.ts';
import { parse } from './parse.ts';

const bo = { id: '712020:bo', name: 'بو Okafor', active: true };
const show = (text: string): HTMLElement =>
  mountTemplate(html`<div class="markdown">${markdown(text, [bo])}</div>`);
const names = (root: HTMLElement) => [...root.querySelectorAll('kantine-person-name')];
const token = mentionToken(bo.id);

describe('mentions: accessible', () => {
  it('in a sentence, a list and a quote', async () => {
    const root = show(`Ask ${token}, **${token}**\n\n- ${token}\n\n> ${token}`);
    expect(names(root)).toHaveLength(4);
    await expectAccessible(root.firstElementChild as HTMLElement);
  });
});

describe('mentions', () => {
  it('are a name with its card, isolated from the sentence', async () => {
    const [name] = names(show(`Ask ${token}, please`));
    await name?.updateComplete;
    const button = name?.shadowRoot?.querySelector('button');
    expect(button?.getAttribute('aria-haspopup')).toBe('dialog');
    expect(button?.querySelector('bdi')?.textContent).toBe(bo.name);
  });

  it.each([
    '@[nobody]',
    '`@[712020:bo]`',
    '```\n@[712020:bo]\n```',
    '[@[712020:bo]](https://a.example)',
  ])('stay text in %j', (text) => {
    const root = show(text);
    expect(names(root)).toHaveLength(0);
    expect(root.textContent).toMatch(/@\[(?:nobody|712020:bo)\]/);
  });

  it('of everybody are words, and stay text in code and as the text of a link', () => {
    expect(show('Soup, @[*]!').textContent).toBe('Soup, @everyone in this group!');
    expect(show('`@[*]`').textContent).toBe('@[*]');
    expect(show('@[*](https://a.example)').querySelector('a')?.textContent).toBe('*');
  });

  it('change nothing of a link behind an @', () => {
    const root = show('@[the plan](https://a.example/x)');
    expect(root.querySelector('a')?.getAttribute('href')).toBe('https://a.example/x');
  });

  it('change nothing of any text that holds none', () => {
    const part = fc.constantFrom(
      '@',
      '[',
      ']',
      '(',
      ')',
      '*',
      '_',
      '`',
      'a',
      ' ',
      '\n',
      '- ',
      '> ',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const text = parts.join('').replaceAll('@[', '@ [');
        expect(JSON.stringify(parse(text))).not.toContain('"mention"');
      }),
    );
  });

  it('are found wherever a word may stand, with any id', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), (id) => {
        expect(parse(`so ${mentionToken(id)} says`)).toEqual([
          {
            type: 'paragraph',
            children: [
              { type: 'text', value: 'so ' },
              { type: 'mention', person: id, typed: mentionToken(id) },
              { type: 'text', value: ' says' },
            ],
          },
        ]);
      }),
    );
  });
});
