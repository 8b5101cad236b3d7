/** Lit's templates in a module, without the white space that only their source needs. */
import ts from 'typescript';

/** The tag of the elements that leaves line breaks out while the page runs; here that is done before. */
const compactTag = /(import \{ html \} from )['"][./]*kit\/compact\.[jt]s['"]/;
const plainTag = "$1'lit'";

/** The same as `kit/compact.ts` of the elements: line breaks beside a tag, or between two values. */
const withoutBreaks = (part: string): string =>
  part.replace(/>\s*\n\s*(?=<|$)/g, '>').replace(/^\s*\n\s*(?=<|$)/, '');

/** A line break within a tag separates attributes; one in a text is read as a space. */
const withSpaces = (part: string): string =>
  part.replace(/\s*\n\s*(?=\/?>)/g, '').replace(/\s*\n\s*/g, ' ');

interface Part {
  readonly start: number;
  readonly end: number;
}

/** The texts of a template, between its signs. */
function partsOf(template: ts.TemplateLiteral, file: ts.SourceFile): Part[] {
  const text = (node: ts.Node, behind: number): Part => ({
    start: node.getStart(file) + 1,
    end: node.getEnd() - behind,
  });
  if (ts.isNoSubstitutionTemplateLiteral(template)) return [text(template, 1)];
  const { head, templateSpans } = template;
  const literals = templateSpans.map(({ literal }) =>
    text(literal, ts.isTemplateTail(literal) ? 1 : 2),
  );
  return [text(head, 2), ...literals];
}

function htmlParts(code: string): Part[] {
  const file = ts.createSourceFile('module.ts', code, ts.ScriptTarget.Latest);
  const parts: Part[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText(file) === 'html') {
      parts.push(...partsOf(node.template, file));
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return parts;
}

/** @returns the module with its templates made small. */
export function compactHtml(code: string): string {
  if (!/\bhtml ?`/.test(code)) return code;
  const isCompact = compactTag.test(code);
  // From the end, so that what comes before stays where it is.
  const parts = htmlParts(code).sort((a, b) => b.start - a.start);
  let made = code;
  for (const { start, end } of parts) {
    const part = made.slice(start, end);
    const small = withSpaces(isCompact ? withoutBreaks(part) : part);
    made = made.slice(0, start) + small + made.slice(end);
  }
  return made.replace(compactTag, plainTag);
}
