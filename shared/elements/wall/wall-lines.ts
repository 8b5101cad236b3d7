/** The lines of a wall that open: what stands below one is fetched and asked for when somebody opens it. */
import { render } from 'lit';
import { errorText, loadWords } from '../kit/error-text.ts';
import { errorNotice } from '../kit/notice.ts';
import type { LineHost } from './open-line.ts';

const loadOpening = () => import(/* webpackChunkName: 'wall-questions' */ './open-line.ts');

/** Who is in the group, and the questions that wait for an answer. */
const lines = 'header details, section > details';

async function toggled(host: LineHost, line: HTMLDetailsElement): Promise<void> {
  line.querySelector('.failed')?.remove();
  try {
    const { openLine } = await loadOpening();
    openLine(host, line);
  } catch (error) {
    if (!line.open) return;
    await loadWords(error);
    const told = document.createElement('div');
    told.className = 'failed';
    render(errorNotice(errorText(error)), told);
    line.append(told);
  }
}

const kept = new WeakSet<LineHost>();

/** Has the lines of a wall open, from now on; one that was opened before, too. */
export function keepLines(host: LineHost): void {
  if (kept.has(host)) return;
  kept.add(host);
  host.renderRoot.addEventListener(
    'toggle',
    ({ target }) => {
      const line = target as HTMLDetailsElement;
      if (line.matches(lines)) void toggled(host, line);
    },
    // It does not bubble.
    { capture: true },
  );
  for (const line of host.renderRoot.querySelectorAll<HTMLDetailsElement>(lines)) {
    if (line.open) void toggled(host, line);
  }
}
