/** Everything that is generated here: the widgets' modules in the manifest, and what their pages load. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RegisteredWidget } from '@kantine/elements/registry';
import { entryCode, formattedFiles, header, withBlock } from '@kantine/tooling/generate';
import type { Generated } from '@kantine/tooling/generate';
import { stringify } from 'yaml';
import { bylineType, manifestEntry, modulesOf } from './modules.ts';
import type { WidgetModule } from './modules.ts';

const here = 'packages/confluence-app';

/** @param root the folder of the repository. */
export async function generated(
  root: string,
  registry: readonly RegisteredWidget[],
): Promise<Generated> {
  const modules = modulesOf(registry);
  const manifest = readFileSync(join(root, here, 'manifest.yml'), 'utf8');
  const texts = [
    [`${here}/manifest.yml`, withBlock(manifest, 'modules', manifestModules(modules))],
    [`${here}/ui/modules/index.ts`, pageModules(registry, modules)],
  ] as const;
  return { files: await formattedFiles(root, texts) };
}

function manifestModules(modules: readonly WidgetModule[]): string {
  const types = new Set(modules.map(({ type }) => type));
  const entries = [...types].map((type) => [
    type,
    modules.filter((module) => module.type === type).map(manifestEntry),
  ]);
  const options = { lineWidth: 0, aliasDuplicateObjects: false };
  const text = stringify(Object.fromEntries(entries), options).trimEnd();
  return text.replace(/^/gm, '  ');
}

/** A name that code can have. */
const nameOf = (folder: string): string =>
  folder.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const outlineCode = ({ widget: { outline } }: RegisteredWidget): string =>
  outline ? `outline: ${JSON.stringify(outline)},` : '';

function pageModules(
  registry: readonly RegisteredWidget[],
  modules: readonly WidgetModule[],
): string {
  const shown = registry.filter((each) => modules.some(({ registered }) => registered === each));
  const pageOfTheSite = modules.find(({ type }) => type === 'confluence:globalPage');
  const entries = shown.map(
    (each) =>
      `const ${nameOf(each.folder)}: WidgetModule = { ${entryCode(each)} ${outlineCode(each)} };`,
  );
  return `// ${header('shared/elements/*/widget.ts')}
import type { WidgetModule } from './module.ts';

${entries.join('\n\n')}

/** By the keys of the modules in manifest.yml. */
export const modules: Readonly<Record<string, WidgetModule>> = {
  ${modules.map(pageModule).join('\n')}
};

/** The module of the app's page for the whole site. */
export const pageOfTheSite = '${pageOfTheSite?.key ?? ''}';
`;
}

function pageModule({ key, type, registered }: WidgetModule): string {
  const { folder, widget } = registered;
  const { byline } = widget.surfaces;
  const name = nameOf(folder);
  if (!byline || type !== bylineType) return key === name ? `${name},` : `'${key}': ${name},`;
  const { author, sets = {} } = byline;
  return `'${key}': { ...${name}, author: '${author}', sets: ${JSON.stringify(sets)} },`;
}
