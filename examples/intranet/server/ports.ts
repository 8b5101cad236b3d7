/** The two ports of the intranet, side by side: its own, and Confluence's, whose pages are a site of its own. */
import { createServer } from 'node:net';

const mostPort = 65_535;

/** Whom the window of `npm start` tells what to do; it has no stack that would help anybody. */
export class NoPort extends Error {}

export interface Ports {
  readonly own: number;
  readonly confluence: number;
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });

async function firstTaken({ own, confluence }: Ports): Promise<number | undefined> {
  for (const port of [own, confluence]) if (!(await isFree(port))) return port;
  return undefined;
}

const portsFrom = (own: number): Ports => ({ own, confluence: own + 1 });

/**
 * @param asked as it was written after `--port`.
 * @throws NoPort where it is no port, or one of the two is taken; its message says which to take instead
 */
export async function freePorts(asked: string): Promise<Ports> {
  const ports = portsFrom(Number(asked));
  if (!Number.isInteger(ports.own) || ports.own < 1 || ports.confluence > mostPort) {
    throw new NoPort(`«${asked}» is no port. Choose one from 1 to ${mostPort - 1}.`);
  }
  const taken = await firstTaken(ports);
  if (taken === undefined) return ports;
  // An intranet that is open has two of them.
  let other = portsFrom(ports.own + 2);
  while (other.confluence <= mostPort && (await firstTaken(other)) !== undefined) {
    other = portsFrom(other.own + 2);
  }
  throw new NoPort(
    `Port ${taken} is taken, perhaps by an intranet in another window. Choose another: npm start -- --port ${other.own}`,
  );
}
