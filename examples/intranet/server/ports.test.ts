import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePorts } from './ports.ts';

let server: Server;
let taken: number;
beforeAll(async () => {
  server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  taken = (server.address() as AddressInfo).port;
});
afterAll(() => server.close());

/** The port that a message leads to. */
const wayOut = (message: string): string =>
  /npm start -- --port (\d+)$/.exec(message.trim())?.[1] ?? '';

const refusalOf = (port: string): Promise<Error> =>
  freePorts(port).then(
    () => new Error('None.'),
    (error: unknown) => error as Error,
  );

describe('the ports of the local intranet', () => {
  it('are the one that was asked for and the next', async () => {
    const free = wayOut((await refusalOf(String(taken))).message);
    expect(await freePorts(free)).toEqual({ own: Number(free), confluence: Number(free) + 1 });
  });

  it.each([0, -1])('are refused where one of them is taken, with two that are free', async (by) => {
    const { message } = await refusalOf(String(taken + by));
    expect(message).toContain(`Port ${taken} is taken`);
    expect((await freePorts(wayOut(message))).own).toBeGreaterThan(taken);
  });

  it.each(['', 'x', '0', '65535', '1.5'])('are not %j', async (asked) => {
    expect((await refusalOf(asked)).message).toContain('is no port');
  });

  it('are looked at before anything is built, and said in one line', () => {
    const main = join(import.meta.dirname, 'main.ts');
    const begun = Date.now();
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--conditions=@kantine/source', '--disable-warning=ExperimentalWarning', main].concat([
        '--port',
        String(taken),
        '--no-open',
      ]),
      { encoding: 'utf8', timeout: 20_000 },
    );
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain(`Port ${taken} is taken`);
    expect(Date.now() - begun).toBeLessThan(15_000);
  });
});
