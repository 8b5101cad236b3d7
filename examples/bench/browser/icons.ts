/**
 * Fluent's icons, replaced by components that draw only their children: the bench's page draws no icon, and their
 * package is two fifths of what SPFx brings along, so the workspace goes without it (pnpm-workspace.yaml).
 */
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

const prefix = '\0icons:';
const importsOfIcons = /import\s*\{([^}]*)\}\s*from\s*['"]@fluentui\/react-icons[^'"]*['"]/g;

export function withoutIcons(): Plugin {
  return {
    name: 'without-icons',
    enforce: 'pre',
    resolveId: (source, importer) =>
      source.startsWith('@fluentui/react-icons') && importer !== undefined
        ? prefix + importer
        : undefined,
    async load(id) {
      if (!id.startsWith(prefix)) return undefined;
      const importer = await readFile(id.slice(prefix.length), 'utf8');
      const names = [...importer.matchAll(importsOfIcons)].flatMap(([, list = '']) =>
        list.split(',').map((name) => name.split(' as ')[0]?.trim() ?? ''),
      );
      return [...new Set(names)]
        .filter((name) => name !== '')
        .map((name) => `export const ${name} = ({ children } = {}) => children ?? null;`)
        .join('\n');
    },
  };
}
