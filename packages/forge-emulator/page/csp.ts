import type { Address, Permissions } from '../manifest/index.ts';

export interface Origins {
  /** The site's own origin, `https://….atlassian.net` on the platform. */
  readonly site: string;
  /** Where Custom UI resources, the bridge and the theme come from. */
  readonly cdn: string;
}

/** The hosts of pictures of people and emoji on the platform; others need a permission. */
const PICTURES = [
  'https://secure.gravatar.com',
  'https://images.unsplash.com',
  'https://avatar-management--avatars.us-west-2.prod.public.atl-paas.net',
  'https://api.atlassian.com',
  'https://api.media.atlassian.com',
];

/**
 * What the iframe itself allows, without pop-ups: a link that opens a window does nothing.
 * https://developer.atlassian.com/platform/forge/custom-ui/iframe/
 */
const FRAME = [
  'allow-downloads',
  'allow-forms',
  'allow-modals',
  'allow-pointer-lock',
  'allow-same-origin',
  'allow-scripts',
];

export const SANDBOX_ATTRIBUTE = FRAME.join(' ');

/** What `@forge/csp` allows besides; of the two the stricter one counts. */
const SANDBOX = ['allow-popups', 'allow-popups-to-escape-sandbox', ...FRAME];

/**
 * The policy that `@forge/csp` writes for a Custom UI resource, with loopback in the place of
 * Atlassian's hosts: no inline style or script, no eval, no data: font and no blob: worker.
 */
export function contentSecurityPolicy(permissions: Permissions, { site, cdn }: Origins): string {
  const { external = {}, content = {} } = permissions;
  const directives: readonly (readonly [string, ...(readonly string[])])[] = [
    ['default-src', "'self'"],
    ['frame-ancestors', "'self'", site],
    ['frame-src', "'self'", site, ...addresses(external.frames)],
    ['font-src', "'self'", ...addresses(external.fonts)],
    ['img-src', "'self'", 'data:', 'blob:', site, ...PICTURES, ...addresses(external.images)],
    ['media-src', "'self'", 'data:', 'blob:', site, ...addresses(external.media)],
    ['connect-src', "'self'", site, cdn, ...addresses(external.fetch?.client)],
    ['script-src', "'self'", cdn, ...quoted(content.scripts), ...addresses(external.scripts)],
    ['style-src', "'self'", site, cdn, ...quoted(content.styles), ...addresses(external.styles)],
    ['form-action', "'self'"],
    ['sandbox', ...SANDBOX],
  ];
  return directives.map((directive) => directive.join(' ')).join('; ');
}

function addresses(list: readonly Address[] = []): string[] {
  return list.map((each) => (typeof each === 'string' ? each : each.address));
}

/** `unsafe-inline` and hashes stand in the manifest without quotes. */
function quoted(list: readonly string[] = []): string[] {
  return list.map((source) => (/^(unsafe-|sha\d+-)/.test(source) ? `'${source}'` : source));
}
