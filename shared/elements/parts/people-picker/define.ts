import '../avatar/define.ts';
import { define } from '../../kit/define.ts';
import { PeoplePicker } from './people-picker.ts';

define('kantine-people-picker', PeoplePicker);
