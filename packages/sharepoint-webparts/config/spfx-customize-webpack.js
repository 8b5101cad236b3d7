/** What SharePoint's rig leaves out of webpack's configuration. */
export default function customize(configuration) {
  // The first script names every chunk with its hash: 24 bits tell one release's from another's.
  configuration.output.hashDigestLength = 6;
  // Under names that the size check knows: what every element needs, what shows
  // messages, and what somebody writes in.
  configuration.optimization.splitChunks = {
    cacheGroups: {
      basics: {
        name: 'basics',
        chunks: 'async',
        minChunks: 2,
        enforce: true,
        priority: 2,
        test: /[\\/]elements[\\/]dist[\\/](kit|locale)[\\/](?!generated|drafting|composing|form-|later-)|[\\/](@lit|lit|lit-html)[\\/]/,
      },
      forms: {
        name: 'forms',
        chunks: 'async',
        enforce: true,
        priority: 3,
        test: /[\\/]elements[\\/]dist[\\/](parts[\\/]composer[\\/](?!load)|kit[\\/](drafting|composing|form-))/,
      },
      messages: {
        name: 'messages',
        chunks: 'async',
        minChunks: 2,
        enforce: true,
        priority: 1,
        test: /[\\/]elements[\\/]dist[\\/](wall|parts[\\/](?!composer|people-picker|audience-label))/,
      },
    },
  };
}
