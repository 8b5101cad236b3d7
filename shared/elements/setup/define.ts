import { define } from '../internal/define.ts';
import { Setup } from './setup.ts';

define('kantine-setup', Setup);
