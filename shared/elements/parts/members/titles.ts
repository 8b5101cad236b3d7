/** What people do, asked for once their names stand there: no list of names waits for it. */
import { maxIn } from '@kantine/core';
import type { PersonId, PersonSummary } from '@kantine/core';
import type { ReactiveController } from 'lit';
import type { AskingHost } from '../../kit/asking.ts';

export class Titles implements ReactiveController {
  readonly #host: AskingHost;
  readonly #shown: () => readonly PersonSummary[];
  readonly #asked = new Set<PersonId>();
  readonly #known = new Map<PersonId, string>();

  /** @param shown who stands there. */
  constructor(host: AskingHost, shown: () => readonly PersonSummary[]) {
    this.#host = host;
    this.#shown = shown;
    host.addController(this);
  }

  /** What somebody does, as far as it is known by now. */
  of({ id, title }: PersonSummary): string | undefined {
    return title ?? this.#known.get(id);
  }

  hostUpdated(): void {
    const { community } = this.#host;
    const people = this.#shown()
      .filter(({ id, title }) => title === undefined && !this.#asked.has(id))
      .map(({ id }) => id)
      .slice(0, maxIn);
    if (!community || people.length === 0) return;
    for (const id of people) this.#asked.add(id);
    community.people.titles({ people }).then(
      (found) => {
        for (const { person, title } of found) this.#known.set(person, title);
        this.#host.requestUpdate();
      },
      // The list is whole without them.
      () => undefined,
    );
  }
}
