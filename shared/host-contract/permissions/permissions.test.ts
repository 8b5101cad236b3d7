import { memoryHarness, outsideOwner } from '../memory-harness.ts';
import { describePermissions } from './suite.ts';

describePermissions('the memory host', () => memoryHarness(outsideOwner));
