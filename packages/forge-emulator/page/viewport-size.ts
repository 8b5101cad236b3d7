import { SetupError } from '../errors.ts';

/**
 * The height of a frame whose module has a `viewportSize`. Atlassian documents the names and that only a
 * frame without one follows its content, no number; the README says where these are from.
 * https://developer.atlassian.com/platform/forge/manifest-reference/modules/macro/
 */
const HEIGHTS: Readonly<Record<string, string>> = {
  small: '320px',
  medium: '529px',
  large: '720px',
  xlarge: '90vh',
  max: '100vh',
};

/** @returns a length of CSS. */
export function fixedHeight(viewportSize: string): string {
  const height = Object.hasOwn(HEIGHTS, viewportSize) ? HEIGHTS[viewportSize] : undefined;
  if (height === undefined) throw new SetupError(`viewportSize '${viewportSize}' is not known.`);
  return height;
}
