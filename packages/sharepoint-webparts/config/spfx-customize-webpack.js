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

/** What SharePoint's rig leaves out of webpack's configuration. */
export default function customize(configuration) {
  // The first script names every chunk. One hash for all of them, of 24 bits, tells one release's from another's:
  // a release is fetched whole, as seldom as it comes, and a wall's first load is smaller by a kilobyte.
  configuration.output.hashDigestLength = 6;
  configuration.plugins.push(nameless);
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
        test: new RegExp(`${elements(chunks.basics)}|${libraries}`),
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
        test: new RegExp(elements(chunks.messages)),
      },
      // What the measured first load needs and other chunks need as well.
      reading: {
        name: 'reading',
        chunks: 'async',
        minChunks: 2,
        enforce: true,
        test: (module, { chunkGraph }) =>
          [...chunkGraph.getModuleChunks(module)].some(({ name }) => name === chunks.measured),
      },
    },
  };
}
