/**
 * Questions without names, for a tenant that expands nothing in CAML: nobody says what it may expand. The
 * directory looks the names up there.
 */
import type { RestRequest, Talk } from '../wire/index.ts';

const names = /,FieldValuesAsText\/Author|&\$expand=FieldValuesAsText/g;

const without = (request: RestRequest): RestRequest => ({
  ...request,
  path: request.path.replaceAll(names, ''),
});

/** Reading as before, by questions without names. */
export async function* nameless<T>(talk: Talk<T>): Talk<T> {
  let step = await talk.next([]);
  while (step.done !== true) step = await talk.next(yield step.value.map(without));
  return step.value;
}
