import type { IncomingMessage } from 'node:http';

/** Names that lead to this machine from everywhere. */
const ownNames = new Set(['localhost', '127.0.0.1']);

/**
 * Whether a request names this machine. A site elsewhere can point a name of its own at this machine; its
 * pages would then read with the rights of the person who looks at them.
 */
export const isOwnName = ({ headers: { host = '' } }: IncomingMessage): boolean =>
  ownNames.has(host.replace(/:\d+$/, ''));
