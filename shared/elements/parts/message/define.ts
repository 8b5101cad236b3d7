import '../person-name/define.ts';
import '../reactions/define.ts';
import { define } from '../../kit/define.ts';
import { Message } from './message.ts';

define('kantine-message', Message);
