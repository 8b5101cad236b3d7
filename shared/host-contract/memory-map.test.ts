import { memoryMap } from '@kantine/core/ordered-store';
import { describeOrderedMap } from './ordered-map-suite.ts';

describeOrderedMap('memory', () =>
  Promise.resolve({ map: memoryMap(), close: () => Promise.resolve() }),
);
