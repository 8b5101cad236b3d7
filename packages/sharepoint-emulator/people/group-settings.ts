import { omit } from '../odata/omit.ts';
import type { Principal } from './principals.ts';

/** What a client may set on SP.Group besides its name, with the values of a new group. */
const DEFAULTS = {
  AllowMembersEditMembership: false,
  AllowRequestToJoinLeave: false,
  AutoAcceptRequestToJoinLeave: false,
  Description: '',
  OnlyAllowMembersViewMembership: true,
  RequestToJoinLeaveEmailSetting: null,
};

export const settingsOf = (group: Principal): Record<string, unknown> =>
  omit({ ...DEFAULTS, ...group.properties }, ['owner']);

/** Takes over what SP.Group has. Anything else, `Owner` too, has no effect. (S-A2) */
export const knownSettings = (body: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.keys(DEFAULTS).flatMap((key) => (key in body ? [[key, body[key]]] : [])),
  );
