/**
 * Writes Lit's decorators of built modules as the calls that they are: every module that has one carries the
 * compiler's helper for all kinds of decorators with it.
 * https://lit.dev/docs/api/ReactiveElement/#ReactiveElement.createProperty
 */

/** What the compiler writes for the decorators of one field. */
const decorated = /__decorate\(\[\n([^[\]]*?)\n\], (\w+)\.prototype, "(\w+)", void 0\);/g;

const helper = /^var __decorate = [^]*?\n};\n/;
const imported = /^import \{ ([^}]*) \} from 'lit\/decorators\.js';\n/m;

/** One decorator as a statement. @returns undefined for one that stays as it is. */
function asCall(decorator: string, element: string, field: string): string | undefined {
  const [, name, options] = /^(\w+)\((.*)\),?$/.exec(decorator.trim()) ?? [];
  if (name === 'property') {
    return `${element}.createProperty("${field}"${options === '' ? '' : `, ${options}`});`;
  }
  if (name === 'state' && options === '') {
    return `${element}.createProperty("${field}", { state: true });`;
  }
  return name === 'consume' ? `consume(${options})(${element}.prototype, "${field}");` : undefined;
}

export function compactDecorators(code: string): string {
  const called = code.replace(decorated, (whole, list: string, element: string, field: string) => {
    // The last one comes first, as it would be run.
    const calls = list.split('\n').map((each) => asCall(each, element, field));
    return calls.every((call) => call !== undefined) ? calls.reverse().join('\n') : whole;
  });
  if (called === code) return code;
  const body = called.includes('__decorate([') ? called : called.replace(helper, '');
  return body.replace(imported, (_, names: string) => {
    const used = names.split(', ').filter((name) => new RegExp(`\\b${name}\\(`).test(body));
    return used.length === 0 ? '' : `import { ${used.join(', ')} } from 'lit/decorators.js';\n`;
  });
}
