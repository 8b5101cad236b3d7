/** Makes built modules small where minifiers of JavaScript do not: in templates, and in decorators of elements. */
import { pathToFileURL } from 'node:url';
import { changeModules } from './built-modules.ts';
import { compactCss } from './compact-css.ts';
import { compactDecorators } from './compact-decorators.ts';
import { compactHtml } from './compact-html.ts';

const compact = (code: string): string => compactHtml(compactCss(code));

/** For Vite: the same for every module of ours. */
export const compactPlugin = {
  name: 'compact',
  enforce: 'pre' as const,
  transform: (code: string, id: string) =>
    id.endsWith('.ts') ? { code: compact(code), map: null } : undefined,
};

const [, script = '', folder] = process.argv;
if (folder !== undefined && import.meta.url === pathToFileURL(script).href) {
  changeModules(folder, (code) => compactDecorators(compact(code)));
}
