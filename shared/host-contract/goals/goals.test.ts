import { inProcess } from './in-process.ts';
import { describeGoalNumbers } from './suite.ts';

describeGoalNumbers('the memory host', () => Promise.resolve(inProcess()), {
  histories: 200,
  steps: 60,
});
