import { describe, expect, it } from 'vitest';
import { compactCss } from './compact-css.ts';

const sheet = (text: string): string => compactCss(`const styles = css\`${text}\`;`);

describe('a compact style sheet', () => {
  it('says the same with less', () => {
    expect(
      sheet(
        '\n  /* Why. */\n  .a > .b,\n  .c :is(.d) {\n    color: red;\n    margin: 0 auto;\n  }\n',
      ),
    ).toBe('const styles = css`.a > .b,.c :is(.d){color:red;margin:0 auto}`;');
  });

  it('keeps what is quoted, what is inserted and what is calculated', () => {
    expect(sheet("p::before { content: 'a  ;  b'; }")).toContain("content:'a  ;  b'");
    expect(sheet('p { width: calc(1rem + ${size}); }')).toContain('calc(1rem + ${size})');
  });

  it('tells apostrophes of comments from quotes, and signs in quotes from comments', () => {
    expect(sheet("/* It's long. */\n  p { content: '/* no */' } /* It's over. */")).toBe(
      "const styles = css`p{content:'/* no */'}`;",
    );
  });

  it('leaves everything else in a module alone', () => {
    const code = 'const text = `a  {  b  }`; // css  {  }\n';
    expect(compactCss(code)).toBe(code);
  });
});
