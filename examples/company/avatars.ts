import type { Hair, Look } from './looks.ts';

/*
 * A flat portrait on a 96 by 96 square: head around (48, 42), shoulders from 70 down.
 * Short shapes and presentation attributes only, so that it stays small and passes a
 * content security policy that forbids inline styles.
 */

const skins = ['#f8d9c4', '#f0c3a2', '#dfa67c', '#c4875c', '#9a643f', '#6f452c'];
const shades = ['#eabfa5', '#dfa984', '#c88d62', '#a96f46', '#7f4f30', '#573420'];

/** What lies behind the head. */
const backHair: Partial<Record<Hair, string>> = {
  bob: '<path d="M26 42q0-24 22-24t22 24v14q0 6-6 6H32q-6 0-6-6z"/>',
  long: '<path d="M26 42q0-24 22-24t22 24v26q0 8-8 8H34q-8 0-8-8z"/>',
  fringe: '<path d="M25 42q0-25 23-25t23 25v22q0 6-6 6H31q-6 0-6-6z"/>',
  ponytail: '<path d="M62 24q18 2 16 24-1 13-8 20-2-14-6-24z"/>',
  bun: '<circle cx="48" cy="13" r="9"/>',
  afro: '<circle cx="48" cy="35" r="27"/>',
  curls:
    '<path d="M20 40a9 9 0 1 1 18 0 9 9 0 1 1-18 0M58 40a9 9 0 1 1 18 0 9 9 0 1 1-18 0M22 54a8 8 0 1 1 16 0 8 8 0 1 1-16 0M58 54a8 8 0 1 1 16 0 8 8 0 1 1-16 0"/>',
  headscarf: '<path d="M24 44q0-28 24-28t24 28q0 18 6 32H18q6-14 6-32z"/>',
};

/** What lies on the forehead. */
const frontHair: Partial<Record<Hair, string>> = {
  short: '<path d="M29 41q-3-23 19-23t19 23q-3-10-8-12-12 3-22 0-5 2-8 12z"/>',
  'side-part': '<path d="M29 41q-4-24 20-24 21 0 18 24-2-9-6-13-14 2-22-4-5 7-10 17z"/>',
  crop: '<path d="M30 36q0-18 18-18t18 18q-6-8-18-8t-18 8z"/>',
  quiff: '<path d="M29 40q-3-16 6-20 6-10 20-6 15 4 12 26-2-8-6-11-14 1-24-2-6 4-8 13z"/>',
  curls:
    '<path d="M25 28a9 9 0 1 1 18 0 9 9 0 1 1-18 0M37 23a10 10 0 1 1 20 0 10 10 0 1 1-20 0M52 28a9 9 0 1 1 18 0 9 9 0 1 1-18 0"/>',
  afro: '<path d="M29 40q0-20 19-20t19 20q-6-11-19-11t-19 11z"/>',
  bob: '<path d="M29 43q-1-24 19-24t19 24q-3-12-12-15-8 8-26 15z"/>',
  long: '<path d="M29 45q-2-26 19-26t19 26q-4-14-19-18-15 4-19 18z"/>',
  fringe: '<path d="M28 40q-1-22 20-22t20 22q-4-4-8-4-12 2-24 0-4 0-8 4z"/>',
  ponytail: '<path d="M29 41q-2-23 19-23t19 23q-4-11-12-14-14 2-26 14z"/>',
  bun: '<path d="M29 41q-2-23 19-23t19 23q-6-13-19-13t-19 13z"/>',
  balding: '<path d="M30 46q-4-6-1-15 3 6 3 10zM66 46q4-6 1-15-3 6-3 10z"/>',
  headscarf:
    '<path d="M48 16q24 0 23 30-1 20-23 26-22-6-23-26-1-30 23-30zm0 10q-16 0-16 20 0 16 16 18 16-2 16-18 0-20-16-20z" fill-rule="evenodd"/><path d="M28 56q20 16 40 0l5 15q-25 12-50 0z"/>',
};

const collars: Record<Look['collar'], (skin: string) => string> = {
  round: (skin) => `<path d="M37 71q11 11 22 0l-4-3H41z" fill="${skin}"/>`,
  v: (skin) => `<path d="M37 70l11 15 11-15-4-3H41z" fill="${skin}"/>`,
  shirt: () => '<path d="M37 69l11 9-7 8zM59 69l-11 9 7 8z" fill="#fff" opacity=".85"/>',
  overall: () =>
    '<path d="M30 73l4-2 3 25h-5zM62 71l4 2-2 23h-5zM34 86h28v10H34z" fill="#27364a"/>',
};

const beard = '<path d="M30 45q1 7 6 7 12-4 24 0 5 0 6-7 1 19-18 20-19-1-18-20z"/>';
const glasses =
  '<g fill="none" stroke="#3a3540" stroke-width="1.6"><circle cx="41" cy="44" r="5.5"/><circle cx="55" cy="44" r="5.5"/><path d="M46.5 43.500q1.5-1 3 0"/></g>';

/** Two dots (lines of no length with round ends) and a soft smile. */
function face(ink: string, lips: string): string {
  return (
    `<g fill="none" stroke-linecap="round"><path d="M41 44h0M55 44h0" stroke="${ink}" stroke-width="4"/>` +
    `<path d="M42 53q6 5 12 0" stroke="${lips}" stroke-width="2"/></g>`
  );
}

export function drawAvatar(look: Look): string {
  const skin = skins[look.skin - 1] ?? '#dfa67c';
  const shade = shades[look.skin - 1] ?? '#c88d62';
  const hair = (shape = ''): string =>
    shape.replaceAll(/<(path|circle) /g, `<$1 fill="${look.colour}" `);
  const ink = look.skin > 4 ? '#2a1c18' : '#4b3030';
  const ears = `<path d="M27 45a4 5 0 1 1 8 0 4 5 0 1 1-8 0zM61 45a4 5 0 1 1 8 0 4 5 0 1 1-8 0z" fill="${shade}"/>`;

  const parts = [
    `<path d="M0 0h96v96H0z" fill="${look.backdrop}"/>`,
    hair(backHair[look.hair]),
    `<path d="M12 96q0-24 24-26h24q24 2 24 26z" fill="${look.clothing}"/>`,
    `<path d="M40 56h16v14q-8 8-16 0z" fill="${shade}"/>`,
    collars[look.collar](shade),
    look.hair === 'headscarf' ? '' : ears,
    `<path d="M30 41q0-19 18-19t18 19q0 23-18 23T30 41z" fill="${skin}"/>`,
    look.beard ? hair(beard) : '',
    hair(frontHair[look.hair]),
    face(ink, look.beard ? skin : ink),
    look.glasses ? glasses : '',
  ];
  return dataUri(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">${parts.join('')}</svg>`,
  );
}

/** Escapes only what an attribute or a CSS `url()` would trip over, which keeps it short. */
function dataUri(svg: string): string {
  // Between numbers a comma says the same as a space, and needs no escape.
  const escaped = svg
    .replaceAll(/(?<=\d) (?=[\d.])/g, ',')
    .replaceAll(
      /[%#<>"'()\s]/g,
      (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
    );
  return `data:image/svg+xml;charset=utf-8,${escaped}`;
}
