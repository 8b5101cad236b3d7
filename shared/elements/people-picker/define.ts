import '../avatar/define.ts';
import { define } from '../internal/define.ts';
import { PeoplePicker } from './people-picker.ts';

define('kantine-people-picker', PeoplePicker);
