import { chunks } from '@kantine/tooling/chunks';

const elements = (pattern) =>
  `[\\\\/]elements[\\\\/]dist[\\\\/](?:${pattern.replaceAll('/', '[\\\\/]')})`;
const libraries = '[\\\\/](@lit|lit|lit-html)[\\\\/]';

/** What a page loads first and what the pane loads, by the names that `.size-limit.json` and the tests know. */
const named = new Set(['basics', 'forms', 'messages', 'pane', 'reading', chunks.measured]);

/** The names of all other chunks would stand in the first script for nobody: their numbers do. */
const nameless = {
  apply: ({ hooks }) =>
    hooks.compilation.tap('Nameless', (compilation) =>
      compilation.hooks.beforeChunkIds.tap('Nameless', (all) => {
        for (const chunk of all) {
          if (!chunk.hasRuntime() && !named.has(chunk.name)) chunk.name = undefined;
        }
      }),
    ),
};

const cardBundle = 'kantine-cards';
const ofCards = ({ layer }) => layer === cardBundle;

/**
 * Cards are built as if web parts were not there, and the other way round: a module that both have is there twice.
 * A file for both would hold what either lacks, and a wall's first load would be larger by what a dashboard needs.
 */
const cards = {
  apply: ({ hooks }) =>
    hooks.compilation.tap('Cards', (compilation) => {
      const steps = compilation.hooks;
      steps.finishModules.tap('Cards', (modules) => {
        // Chunks of one name are one chunk.
        for (const { blocks } of [...modules].filter(ofCards)) {
          for (const block of blocks) block.chunkName = undefined;
        }
      });
      // The short numbers are for what pages load.
      steps.beforeModuleIds.tap('Cards', (modules) => {
        for (const [index, module] of [...modules].filter(ofCards).entries()) {
          compilation.chunkGraph.setModuleId(module, `card-${index}`);
        }
      });
      steps.beforeChunkIds.tap('Cards', (chunks) => {
        const own = [...chunks].filter(({ runtime, name }) => runtime === cardBundle && !name);
        for (const [index, chunk] of own.entries()) {
          chunk.id = `card-${index}`;
          chunk.ids = [chunk.id];
        }
      });
    }),
};

/** Whether the first load that has a budget needs a module: what others share alone stays with them. */
const isMeasured = (module, chunkGraph) =>
  [...chunkGraph.getModuleChunks(module)].some(({ name }) => name === chunks.measured);

/** What the first load that has a budget needs of the files of a pattern. */
const measured =
  (pattern) =>
  (module, { chunkGraph }) =>
    pattern.test(module.nameForCondition() ?? '') && isMeasured(module, chunkGraph);

/** What SharePoint's rig leaves out of webpack's configuration. */
export default function customize(configuration) {
  // The first script names every chunk. One hash for all of them, of 24 bits, tells one release's from another's:
  // a release is fetched whole, as seldom as it comes, and a wall's first load is smaller by a kilobyte.
  configuration.output.hashDigestLength = 6;
  configuration.plugins.push(nameless, cards);
  configuration.experiments = { ...configuration.experiments, layers: true };
  configuration.entry[cardBundle].layer = cardBundle;
  configuration.output.chunkFilename = 'chunk.[name]_[fullhash].js';
  configuration.optimization.chunkIds = 'size';
  configuration.optimization.moduleIds = 'size';
  // Names of one letter for what modules give each other: a first load is 1.3 kB smaller.
  configuration.optimization.mangleExports = 'size';
  configuration.optimization.splitChunks = {
    cacheGroups: {
      basics: {
        name: 'basics',
        chunks: 'async',
        minChunks: 2,
        enforce: true,
        priority: 2,
        test: measured(new RegExp(`${elements(chunks.basics)}|${libraries}`)),
      },
      forms: {
        name: 'forms',
        chunks: 'async',
        enforce: true,
        priority: 3,
        test: new RegExp(elements(chunks.forms)),
      },
      messages: {
        name: 'messages',
        chunks: 'async',
        minChunks: 2,
        enforce: true,
        priority: 1,
        test: measured(new RegExp(elements(chunks.messages))),
      },
      // What the measured first load needs and other chunks need as well.
      reading: {
        name: 'reading',
        chunks: 'async',
        minChunks: 2,
        enforce: true,
        test: (module, { chunkGraph }) => isMeasured(module, chunkGraph),
      },
    },
  };
}
