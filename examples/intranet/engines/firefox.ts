/** Debian's Firefox over WebDriver BiDi, which it speaks by itself: https://w3c.github.io/webdriver-bidi/ */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine, Frame, Tab } from './engine.ts';
import { freePort, patiently, start } from './process.ts';

interface Answer {
  readonly id: number;
  readonly type: 'success' | 'error';
  readonly result?: unknown;
  readonly message?: string;
}

type Send = (method: string, params: object) => Promise<unknown>;

async function connect(url: string): Promise<{ send: Send; close: () => void }> {
  const socket = new WebSocket(url);
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve());
    socket.addEventListener('error', () => reject(new Error(`Nothing answers at ${url}.`)));
  });
  const waiting = new Map<number, (answer: Answer) => void>();
  socket.addEventListener('message', ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer;
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  let last = 0;
  const send: Send = async (method, params) => {
    const id = (last += 1);
    const answered = new Promise<Answer>((resolve) => waiting.set(id, resolve));
    socket.send(JSON.stringify({ id, method, params }));
    const answer = await answered;
    if (answer.type === 'error') throw new Error(`${method}: ${answer.message ?? ''}`);
    return answer.result;
  };
  return { send, close: () => socket.close() };
}

interface Context {
  readonly context: string;
  readonly children: readonly Context[];
}

const contextsIn = ({ context, children }: Context): readonly string[] => [
  context,
  ...children.flatMap(contextsIn),
];

function frameOf(send: Send, context: string): Frame {
  return {
    run: async (body, ...given) => {
      const { result, exceptionDetails } = (await send('script.evaluate', {
        expression: `JSON.stringify((function () { ${body} })(...${JSON.stringify(given)}) ?? null)`,
        target: { context },
        awaitPromise: false,
      })) as { result?: { value?: string }; exceptionDetails?: { text: string } };
      if (exceptionDetails) throw new Error(exceptionDetails.text);
      return JSON.parse(result?.value ?? 'null') as unknown;
    },
    act: async (source) => {
      await send('input.performActions', { context, actions: [source] });
    },
  };
}

async function openTab(send: Send): Promise<Tab> {
  const { userContext } = (await send('browser.createUserContext', {})) as { userContext: string };
  const { context } = (await send('browsingContext.create', { type: 'window', userContext })) as {
    context: string;
  };
  return {
    goto: async (url) => {
      await send('browsingContext.navigate', { context, url, wait: 'complete' });
    },
    frames: async () => {
      const { contexts } = (await send('browsingContext.getTree', { root: context })) as {
        contexts: readonly Context[];
      };
      return contexts.flatMap(contextsIn).map((each) => frameOf(send, each));
    },
    close: async () => {
      await send('browser.removeUserContext', { userContext });
    },
  };
}

/** Nothing of Mozilla's is asked, and no tab sleeps because another one is in front of it. */
const preferences = {
  'app.update.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
  'toolkit.telemetry.enabled': false,
  'widget.windows.window_occlusion_tracking.enabled': false,
};

export async function firefox(): Promise<Engine> {
  const profile = await mkdtemp(join(tmpdir(), 'kantine-firefox-'));
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  await writeFile(join(profile, 'user.js'), lines.join('\n'));
  const port = await freePort();
  const program = await start('firefox-esr', [
    ...['--headless', '--no-remote', '--profile', profile],
    ...['--remote-debugging-port', String(port), '--width', '1280', '--height', '900'],
  ]);
  const { send, close } = await patiently(() => connect(`ws://127.0.0.1:${port}/session`));
  await send('session.new', { capabilities: {} });
  return {
    open: () => openTab(send),
    close: async () => {
      await send('browser.close', {}).catch(() => undefined);
      close();
      await program.stop();
      await rm(profile, { recursive: true, force: true });
    },
  };
}
