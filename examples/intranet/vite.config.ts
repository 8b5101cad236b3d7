import { defaultClientConditions, defineConfig } from 'vite';

export default defineConfig({
  base: '/',
  resolve: { conditions: ['@kantine/source', ...defaultClientConditions] },
  build: {
    target: 'es2022',
    outDir: 'dist',
    // Every asset keeps a file of its own: the pages' policy refuses inlined ones.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: ['sharepoint/page/sharepoint.html'] },
  },
});
