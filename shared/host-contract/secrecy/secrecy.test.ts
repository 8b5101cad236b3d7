import { memoryHarness, outsideOwner } from '../memory-harness.ts';
import { describeSecrecy } from './suite.ts';

describeSecrecy('the memory host', () => memoryHarness(outsideOwner));
