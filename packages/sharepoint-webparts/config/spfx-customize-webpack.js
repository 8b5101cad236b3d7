/** What SharePoint's rig leaves out of webpack's configuration. */
export default function customize(configuration) {
  // pnp's modules that we import do nothing but define; unmarked, webpack would keep all it re-exports.
  configuration.module.rules.push({ test: /[\\/]@pnp[\\/]/, sideEffects: false });
  // Under a name that the size check knows: what every element needs.
  configuration.optimization.splitChunks = {
    cacheGroups: {
      basics: {
        name: 'basics',
        chunks: 'async',
        minChunks: 3,
        enforce: true,
        test: /[\\/]elements[\\/]dist[\\/](avatar|internal|locale)[\\/](?!generated)|[\\/](@lit|lit|lit-html)[\\/]/,
      },
    },
  };
}
