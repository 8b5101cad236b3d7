import '../parts/person-name/define.ts';
import '../parts/post/define.ts';
import { define } from '../kit/define.ts';
import { Wall } from './wall.ts';

define('kantine-wall', Wall);
