/** Who is signed in. */
import { Forbidden } from '@kantine/core';
import type { Identity } from '@kantine/core';
import { asForbidden, get } from './wire/index.ts';
import type { Wire } from './wire/index.ts';

/** A person's id is their number in the site collection: the one that every item bears. */
export function siteIdentity(wire: Wire, userId: number | undefined): Identity {
  let asked = userId === undefined ? undefined : Promise.resolve(String(userId));
  const ask = async (): Promise<string> => {
    try {
      const { Id } = await wire.send<{ Id: number }>(get('web/currentUser?$select=Id'));
      return String(Id);
    } catch (error) {
      asked = undefined;
      const refused = asForbidden(error, 'this site');
      throw refused instanceof Forbidden ? refused : error;
    }
  };
  return { me: () => (asked ??= ask()) };
}
