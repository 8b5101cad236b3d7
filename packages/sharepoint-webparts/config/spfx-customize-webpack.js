/** What SharePoint's rig leaves out of webpack's configuration. */
export default function customize(configuration) {
  // pnp's modules that we import do nothing but define; unmarked, webpack would keep all it re-exports.
  configuration.module.rules.push({ test: /[\\/]@pnp[\\/]/, sideEffects: false });
}
