import { define } from '../kit/define.ts';
import { FirstSteps } from './first-steps.ts';
import { Setup } from './setup.ts';

define('kantine-first-steps', FirstSteps);
define('kantine-setup', Setup);
