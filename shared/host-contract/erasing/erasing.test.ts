import { memoryHarness, outsideOwner } from '../memory-harness.ts';
import { describeErasing } from './suite.ts';

describeErasing('the memory host', () => memoryHarness(outsideOwner));
