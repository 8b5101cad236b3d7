import { define } from '../../kit/define.ts';
import { Composer } from './composer.ts';

define('kantine-composer', Composer);
