import '../composer/define.ts';
import '../person-name/define.ts';
import '../post/define.ts';
import { define } from '../internal/define.ts';
import { Wall } from './wall.ts';

define('kantine-wall', Wall);
