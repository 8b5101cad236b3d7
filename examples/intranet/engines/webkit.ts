/** WebKitGTK's MiniBrowser over WebDriver, on a screen that nobody sees: https://www.w3.org/TR/webdriver2/ */
import { globSync } from 'node:fs';
import type { Engine, Frame, Tab } from './engine.ts';
import { freePort, patiently, start } from './process.ts';
import type { Program } from './process.ts';

type Send = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => Promise<unknown>;

function sender(address: string): Send {
  return async (method, path, body) => {
    const content = method === 'POST' ? { body: JSON.stringify(body ?? {}) } : {};
    const answer = await fetch(`${address}${path}`, { method, ...content });
    const { value } = (await answer.json()) as { value: unknown };
    if (answer.ok) return value;
    const { error, message } = value as { error: string; message: string };
    throw new Error(`${method} ${path}: ${error}, ${message}`);
  };
}

/** Where a document is: the way to it, from frame to frame. */
type Way = readonly number[];

/** The body of a function of a page: where in its window a frame's window begins. */
const whereIsFrame = `
  const [at] = arguments;
  const frame = [...document.querySelectorAll('iframe')].find((each) => each.contentWindow === window[at]);
  const { left, top } = frame.getBoundingClientRect();
  return [left + frame.clientLeft, top + frame.clientTop];
`;

/** A session has one document at a time that it speaks with; asked for one by one, they do not get mixed up. */
function documents(send: Send, session: string) {
  const go = async (way: Way): Promise<void> => {
    await send('POST', `${session}/frame`, { id: null });
    for (const id of way) await send('POST', `${session}/frame`, { id });
  };
  const run = (body: string, given: readonly unknown[]): Promise<unknown> =>
    send('POST', `${session}/execute/sync`, { script: body, args: given });
  /** Where a document's window begins in the page's: WebKit's pointer knows no window but that. */
  const originOf = async (way: Way): Promise<readonly [x: number, y: number]> => {
    if (way.length === 0) return [0, 0];
    const [x, y] = await originOf(way.slice(0, -1));
    await go(way.slice(0, -1));
    const [left, top] = (await run(whereIsFrame, [way.at(-1)])) as [number, number];
    return [x + Math.round(left), y + Math.round(top)];
  };
  const frameOf = (way: Way): Frame => ({
    run: async (body, ...given) => {
      await go(way);
      return run(body, given);
    },
    act: async (source) => {
      const [x, y] = await originOf(way);
      const actions = source.actions.map((step) =>
        step.type === 'pointerMove' ? { ...step, x: step.x + x, y: step.y + y } : step,
      );
      await go(way);
      await send('POST', `${session}/actions`, { actions: [{ ...source, actions }] });
    },
  });
  const below = async (way: Way): Promise<readonly Way[]> => {
    await go(way);
    const found = (await run('return window.length', [])) as number;
    const ways: Way[] = [way];
    for (let frame = 0; frame < found; frame += 1) ways.push(...(await below([...way, frame])));
    return ways;
  };
  return async (): Promise<readonly Frame[]> => (await below([])).map(frameOf);
}

async function openTab(driver: Program, send: Send): Promise<Tab> {
  const { sessionId } = (await send('POST', '/session', {
    capabilities: {
      alwaysMatch: {
        'webkitgtk:browserOptions': { binary: miniBrowser(), args: ['--automation'] },
      },
    },
  })) as { sessionId: string };
  const session = `/session/${sessionId}`;
  await send('POST', `${session}/window/rect`, { x: 0, y: 0, width: 1280, height: 900 });
  return {
    goto: async (url) => {
      await send('POST', `${session}/url`, { url });
    },
    frames: documents(send, session),
    close: async () => {
      await send('DELETE', session);
      await driver.stop();
    },
  };
}

/** It lies beside the library, in a folder with the library's version. */
function miniBrowser(): string {
  const [found] = globSync('/usr/lib/*/webkit2gtk-4.1/MiniBrowser');
  if (found === undefined) throw new Error('There is no MiniBrowser of WebKitGTK.');
  return found;
}

export async function webkit(): Promise<Engine> {
  const display = `:${90 + (process.pid % 900)}`;
  const screen = await start('Xvfb', [display, '-screen', '0', '1400x1000x24', '-nolisten', 'tcp']);
  return {
    // A driver has one session at a time, and a session keeps nothing of another.
    open: async () => {
      const port = await freePort();
      const env = { ...process.env, DISPLAY: display, WEBKIT_FORCE_SANDBOX: '0' };
      const driver = await start('WebKitWebDriver', [`--port=${port}`], { env });
      const send = sender(`http://127.0.0.1:${port}`);
      await patiently(() => send('GET', '/status'));
      return openTab(driver, send);
    },
    close: () => screen.stop(),
  };
}
