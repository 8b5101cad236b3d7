import type { User } from '../site/index.ts';

/** What `profilePicture.path` leads to: the first letters of a name on a colour of their own. */
export function profilePicture(user: User | undefined): string {
  const name = user && !user.closed ? user.displayName : '?';
  const letters = name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.charAt(0))
    .join('');
  const hue = Buffer.from(name).reduce((sum, byte) => sum + byte, 0) % 360;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" width="48" height="48">
<rect width="48" height="48" fill="hsl(${hue} 45% 38%)"/>
<text x="24" y="31" fill="#fff" font-family="sans-serif" font-size="20" text-anchor="middle">${letters.replace(/[<&]/g, '')}</text>
</svg>`;
}
