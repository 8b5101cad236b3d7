/** A program that runs as long as an engine is used. */
import { spawn } from 'node:child_process';
import type { ChildProcess, SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

export interface Program {
  stop(): Promise<void>;
}

/** Starts a program, and is rejected where the machine does not have it. */
export async function start(
  command: string,
  args: readonly string[],
  options: SpawnOptions = {},
): Promise<Program> {
  const child: ChildProcess = spawn(command, args, { stdio: 'ignore', ...options });
  await once(child, 'spawn');
  const ended = once(child, 'exit');
  return {
    stop: async () => {
      child.kill();
      await ended;
    },
  };
}

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Tries again until it answers. @param milliseconds after which its own error is told. */
export async function patiently<Answer>(
  ask: () => Promise<Answer>,
  milliseconds = 30_000,
): Promise<Answer> {
  const end = Date.now() + milliseconds;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
