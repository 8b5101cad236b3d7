import '../composer/define.ts';
import '../person-name/define.ts';
import '../reactions/define.ts';
import { define } from '../internal/define.ts';
import { Message } from './message.ts';

define('kantine-message', Message);
