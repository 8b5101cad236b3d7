import { describe, expect, it } from 'vitest';
import { compactDecorators } from './compact-decorators.ts';

const helper = 'var __decorate = (this && this.__decorate) || function () {\n    return 1;\n};\n';
const field = (decorators: string, name: string): string =>
  `__decorate([\n    ${decorators}\n], Card.prototype, "${name}", void 0);\n`;

describe('decorators of a built module', () => {
  it('are the calls that they stand for, and need no helper', () => {
    const code = `${helper}import { property, state } from 'lit/decorators.js';\nclass Card {}\n${field('property({ type: Number })', 'count')}${field('property()', 'name')}${field('state()', 'open')}`;
    expect(compactDecorators(code)).toBe(
      'class Card {}\nCard.createProperty("count", { type: Number });\nCard.createProperty("name");\nCard.createProperty("open", { state: true });\n',
    );
  });

  it('run in the order in which decorators do', () => {
    const two = field('consume({ context }),\n    property({ attribute: false })', 'community');
    expect(compactDecorators(`${helper}${two}`)).toBe(
      'Card.createProperty("community", { attribute: false });\nconsume({ context })(Card.prototype, "community");\n',
    );
  });

  it('stay where they are of another kind, with the helper', () => {
    const code = `${helper}import { property, query } from 'lit/decorators.js';\n${field("query('p')", 'text')}${field('property()', 'name')}`;
    const compact = compactDecorators(code);
    expect(compact).toContain(helper);
    expect(compact).toContain("import { query } from 'lit/decorators.js';");
    expect(compact).toContain('Card.createProperty("name");');
  });

  it('leave everything else in a module alone', () => {
    const code = 'const text = `__decorate`;\n';
    expect(compactDecorators(code)).toBe(code);
  });
});
