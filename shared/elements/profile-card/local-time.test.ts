import { expect, it } from 'vitest';
import { localTimeText } from './local-time.ts';

const now = Date.UTC(2026, 10, 23, 12);

it('moments elsewhere are that place’s own, and no text where the zone is no zone', () => {
  expect(localTimeText('Asia/Tokyo', now)).toMatch(/^9:00\sPM$/);
  expect(localTimeText('Mars/Olympus_Mons', now)).toBeUndefined();
  expect(localTimeText('', now)).toBeUndefined();
});
