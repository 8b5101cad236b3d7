/** Who is glad to be asked, in sentences. */
import type { Glad, WhomToAsk } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { listOf } from '../../locale/list.ts';
import { isolated } from '../audience-label/isolated.ts';

/** @returns that some colleagues are glad to be asked about a topic of a draft. */
export function gladText({ topic, people }: WhomToAsk): string {
  const names = listOf(people.map(({ name }) => isolated(name)));
  return msg(str`Glad to be asked about ${isolated(topic)}: ${names}.`);
}

/** @returns that some colleagues are glad to be asked, each with the first of their topics. */
export function gladAtAllText(glad: readonly Glad[]): string {
  const names = listOf(
    glad.map(
      ({ person, askMeAbout }) => `${isolated(person.name)} (${isolated(askMeAbout[0] ?? '')})`,
    ),
  );
  return msg(str`These colleagues are glad to be asked: ${names}.`);
}
