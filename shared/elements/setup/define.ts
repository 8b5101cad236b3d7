import { define } from '../kit/define.ts';
import { Setup } from './setup.ts';

define('kantine-setup', Setup);
