import type { Behaviours } from '../behaviours/behaviours.ts';
import type { Farm } from '../context/farm.ts';
import type { ODataRequest } from '../context/context.ts';
import type { Fault } from '../faults/faults.ts';
import { asText } from '../odata/text.ts';
import { findInDirectory } from '../people/directory.ts';
import { COOKIE, signIn } from './authenticate.ts';
import type { ODataResponse } from './execute.ts';
import type { Handler } from './handler.ts';

/**
 * `/_emulator/…` is the emulator's own door, for programs in another process: to sign a window in,
 * to ask for faults and for answers that are not certain, and to read what requests cost. Nothing of it exists in SharePoint.
 */
export function control(handler: Handler, request: ODataRequest): ODataResponse {
  const { farm, faults, throttle } = handler;
  const action = request.path.replace(/^\/_emulator\//, '');
  if (action === 'sign-in') return controlSignIn(farm, request);
  if (action === 'faults' && request.verb === 'DELETE') {
    faults.clear();
    return json(200, {});
  }
  if (action === 'faults' && request.verb === 'POST') {
    const { times, always, ...fault } = bodyOf(request) as Fault & {
      times?: number;
      always?: boolean;
    };
    if (always) faults.always(fault);
    else faults.next(fault, times ?? 1);
    return json(200, {});
  }
  if (action === 'behaviours' && request.verb === 'POST') {
    const changes = bodyOf(request) as Partial<Behaviours>;
    farm.behaviours = { ...farm.behaviours, ...changes };
    return json(200, farm.behaviours);
  }
  if (action === 'ledger' && request.verb === 'GET') {
    const { requests, units, unitsInWindow } = throttle.ledger;
    return json(200, { requests, units, unitsInWindow, profileCalls: throttle.profileCalls });
  }
  return json(404, { error: `There is no ${request.verb} ${request.path}.` });
}

/** POST answers the token; GET, for a link in a page, sets the cookie and goes back. */
function controlSignIn(farm: Farm, request: ODataRequest): ODataResponse {
  const asked = request.search.get('login') ?? asText(bodyOf(request).login);
  const person = findInDirectory(farm, asked);
  if (!person) return json(404, { error: `The directory has nobody called '${asked}'.` });
  const session = signIn(farm, person.login);
  const headers = { 'Set-Cookie': `${COOKIE}=${session.token}; Path=/; HttpOnly; SameSite=Lax` };
  const back = request.search.get('returnUrl');
  if (back?.startsWith('/') && !back.startsWith('//')) {
    return { status: 302, headers: { ...headers, Location: back }, body: '' };
  }
  const answer = json(200, session);
  return { ...answer, headers: { ...answer.headers, ...headers } };
}

function bodyOf(request: ODataRequest): Record<string, unknown> {
  const text = new TextDecoder().decode(request.bytes);
  return text ? (JSON.parse(text) as Record<string, unknown>) : {};
}

const json = (status: number, body: object): ODataResponse => ({
  status,
  headers: { 'Content-Type': 'application/json; charset=utf-8' },
  body: JSON.stringify(body),
});
