import { defaultClientConditions, defineConfig } from 'vite';

export default defineConfig({
  base: './',
  resolve: { conditions: ['@kantine/source', ...defaultClientConditions] },
  build: { target: 'es2022' },
});
