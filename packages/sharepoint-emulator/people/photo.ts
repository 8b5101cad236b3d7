import type { Farm } from '../context/farm.ts';
import { findInDirectory, photoOf } from './directory.ts';

// A transparent GIF of one pixel: SharePoint sends its own placeholder for people without a photo.
const PLACEHOLDER = Uint8Array.from(
  atob('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'),
  (char) => char.charCodeAt(0),
);

/** `/_layouts/15/userphoto.aspx?size=S&accountname=…`; it never fails, so an <img> stays whole. */
export function userPhoto(farm: Farm, account: string): { bytes: Uint8Array; contentType: string } {
  const person = account ? findInDirectory(farm, account) : undefined;
  const photo = person && photoOf(farm, person.login);
  return photo ?? { bytes: PLACEHOLDER, contentType: 'image/gif' };
}
