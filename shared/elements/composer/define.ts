import { define } from '../internal/define.ts';
import { Composer } from './composer.ts';

define('kantine-composer', Composer);
