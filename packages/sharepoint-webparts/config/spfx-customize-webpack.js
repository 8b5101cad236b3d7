/** What SharePoint's rig leaves out of webpack's configuration. */
export default function customize(configuration) {
  // Under names that the size check knows: what every element needs, and what shows messages.
  configuration.optimization.splitChunks = {
    cacheGroups: {
      basics: {
        name: 'basics',
        chunks: 'async',
        minChunks: 2,
        enforce: true,
        priority: 2,
        test: /[\\/]elements[\\/]dist[\\/](kit|locale)[\\/](?!generated)|[\\/](@lit|lit|lit-html)[\\/]/,
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
