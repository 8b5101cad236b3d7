/**
 * Style sheets in template literals, without the white space and the comments that only their source needs:
 * minifiers of JavaScript leave the text of a template alone.
 */
import { pathToFileURL } from 'node:url';
import { changeModules } from './built-modules.ts';

/** A template of Lit's `css` tag. What is inserted into it stands outside of the texts that are changed. */
const template = /\bcss ?`((?:[^`\\]|\\.)*)`/g;

/** Quoted text is data, and stays as it is. */
const quoted = /("[^"]*"|'[^']*')/;

const compactText = (text: string): string =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    // A space before a colon or a bracket may tell descendants apart; behind these signs it tells nothing.
    .replace(/ ?([{};]) ?/g, '$1')
    .replace(/([:,]) /g, '$1')
    .replace(/;\}/g, '}');

const compactSheet = (sheet: string): string =>
  sheet
    .split(quoted)
    .map((part, index) => (index % 2 === 1 ? part : compactText(part)))
    .join('')
    .trim();

/** @returns the module with its style sheets made small. */
export const compactCss = (code: string): string =>
  code.replace(template, (_whole, sheet: string) => `css\`${compactSheet(sheet)}\``);

/** For Vite: the same for every module of ours that has a style sheet. */
export const compactCssPlugin = {
  name: 'compact-css',
  enforce: 'pre' as const,
  transform: (code: string, id: string) =>
    id.endsWith('.ts') && code.includes('css`') ? { code: compactCss(code), map: null } : undefined,
};

const [, script = '', folder] = process.argv;
if (folder !== undefined && import.meta.url === pathToFileURL(script).href) {
  changeModules(folder, compactCss);
}
