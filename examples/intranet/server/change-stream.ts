import type { ServerResponse } from 'node:http';
import type { Change, Changes, Host } from '@kantine/core';

/** Keeps proxies and browsers from thinking that nobody is there. In milliseconds. */
const heartbeat = 20_000;

/** Server-sent events: every change that the reader may know of, as it happens. */
export async function followChanges(
  response: ServerResponse,
  { containers }: Host,
  changes: Changes,
): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write('retry: 1000\n\n');
  const send = async (change: Change): Promise<void> => {
    const rights = await containers.rights([change.container]);
    const right = rights.get(change.container) ?? 'none';
    if (right !== 'none') response.write(`data: ${JSON.stringify(change)}\n\n`);
  };
  const unsubscribe = changes.subscribe((change) => void send(change));
  const timer = setInterval(() => response.write(': here\n\n'), heartbeat);
  await new Promise((resolve) => response.once('close', resolve));
  clearInterval(timer);
  unsubscribe();
}
