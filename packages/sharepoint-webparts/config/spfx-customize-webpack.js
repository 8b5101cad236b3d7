/** What SharePoint's rig leaves out of webpack's configuration. */
export default function customize(configuration) {
  // Under names that the size check knows: what every element needs, and the parser of messages with its libraries.
  configuration.optimization.splitChunks = {
    cacheGroups: {
      basics: {
        name: 'basics',
        chunks: 'async',
        minChunks: 3,
        enforce: true,
        test: /[\\/]elements[\\/]dist[\\/](avatar|internal|locale)[\\/](?!generated)|[\\/](@lit|lit|lit-html)[\\/]/,
      },
      markdown: {
        name: 'markdown',
        chunks: 'async',
        enforce: true,
        test: /[\\/]elements[\\/]dist[\\/]markdown[\\/]parse|[\\/]node_modules[\\/](micromark|mdast|unist|decode-named|character-entities|ccount|devlop|escape-string)/,
      },
    },
  };
}
