/** Keeps Fluent's theme from fetching fonts of other hosts; it looks here when it is loaded. */
Object.assign(globalThis, { FabricConfig: { fontBaseUrl: '' } });
