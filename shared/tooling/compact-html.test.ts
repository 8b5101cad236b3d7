import { describe, expect, it } from 'vitest';
import { html } from '../elements/kit/compact.ts';
import { compactHtml } from './compact-html.ts';

const compactImport = "import { html } from '../../kit/compact.ts';\n";

describe('a compact template', () => {
  it('separates attributes and words by a single space', () => {
    const code = 'html`<p\n    class="a"\n    title=${b}\n  >\n    One\n    two\n  </p>`';
    expect(compactHtml(code)).toBe('html`<p class="a" title=${b}> One two </p>`');
  });

  it('loses the line breaks beside its tags where the page would leave them out', () => {
    const code = `${compactImport}html\`<ul>\n  <li>\${a}</li>\n  \${b}\n</ul>\``;
    expect(compactHtml(code)).toBe("import { html } from 'lit';\nhtml`<ul><li>${a}</li>${b}</ul>`");
  });

  it('has the texts that the tag of the elements makes while a page runs', () => {
    const { strings } = html`<ul>
      <li>${1}</li>
      ${2}
    </ul>`;
    const built = compactHtml(`${compactImport}html\`<ul>\n  <li>\${a}</li>\n  \${b}\n</ul>\``);
    expect(built).toContain(`html\`${strings[0]}\${a}${strings[1]}\${b}${strings[2]}\``);
  });

  it('is found within the values of another', () => {
    const code = 'html`<b>\n${list.map((a) => html`<i>\n${`x\n${a}`}\n</i>`)}</b>`';
    expect(compactHtml(code)).toBe('html`<b> ${list.map((a) => html`<i> ${`x\n${a}`} </i>`)}</b>`');
  });

  it('leaves everything else in a module alone', () => {
    const code = 'const text = `a\n  b`; // html\n';
    expect(compactHtml(code)).toBe(code);
  });
});
