/** What a reader downloads, as a production build makes it. */
import { gzipSync } from 'node:zlib';
import { build, defaultClientConditions } from 'vite';
import type { Rolldown } from 'vite';
import { budgets } from './budgets.ts';
import type { Measure } from './measure.ts';

interface Entry {
  readonly name: string;
  readonly module: string;
  /** How the page comes by its community: over a channel, or with all of it in the page. */
  readonly community: 'remoteCommunity' | 'createCommunity';
  /** In kilobytes of 1,000 bytes of gzip, as the size check counts: everything of ours that loads first. */
  readonly budget: number;
}

/** The budget of a SharePoint page leaves room for that host's adapter, which runs in the page too. */
const entries: readonly Entry[] = [
  {
    name: 'profile card on a plain page, with a channel',
    module: '@kantine/elements/profile-card/define',
    community: 'remoteCommunity',
    budget: budgets.load.card,
  },
  {
    name: 'wall on a plain page, with the whole community',
    module: '@kantine/elements/wall/define',
    community: 'createCommunity',
    budget: budgets.load.wall,
  },
];

async function firstLoad({ module, community }: Entry): Promise<number> {
  const virtual = 'virtual:entry';
  const output = (await build({
    configFile: false,
    logLevel: 'silent',
    resolve: { conditions: ['@kantine/source', ...defaultClientConditions] },
    build: {
      write: false,
      target: 'es2022',
      rolldownOptions: { input: virtual, preserveEntrySignatures: 'strict' },
    },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === virtual ? `${import.meta.dirname}/entry.ts` : undefined),
        load: (id) =>
          id.endsWith('/entry.ts')
            ? `import '${module}'; export { ${community} } from '@kantine/core';`
            : undefined,
      },
    ],
  })) as Rolldown.RolldownOutput;
  const chunks = output.output.filter((item) => item.type === 'chunk');
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const first = new Set<string>();
  const visit = (fileName: string): void => {
    if (first.has(fileName)) return;
    first.add(fileName);
    byName.get(fileName)?.imports.forEach(visit);
  };
  for (const chunk of chunks) if (chunk.isEntry) visit(chunk.fileName);
  const sizes = [...first].map((name) => gzipSync(byName.get(name)?.code ?? '').length);
  return sizes.reduce((sum, size) => sum + size, 0) / 1_000;
}

export async function measureSizes(): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const entry of entries) {
    const { name, budget } = entry;
    const value = await firstLoad(entry);
    measures.push({ name: `size: ${name}`, value, unit: 'kB gzip', budget });
  }
  return measures;
}
