import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Atlassian's own design tokens as `view.theme.enable()` loads them: `--ds-text` and the rest. */
export function themeCss(): string {
  return [
    require('@atlaskit/tokens/dist/cjs/artifacts/themes/atlassian-light.js'),
    require('@atlaskit/tokens/dist/cjs/artifacts/themes/atlassian-dark.js'),
    require('@atlaskit/tokens/dist/cjs/artifacts/themes/atlassian-spacing.js'),
    require('@atlaskit/tokens/dist/cjs/artifacts/themes/atlassian-typography-modernized.js'),
    require('@atlaskit/tokens/dist/cjs/artifacts/themes/atlassian-shape.js'),
  ]
    .map((theme: unknown) => (theme as { readonly default: string }).default)
    .join('\n');
}
