import { define } from '../kit/define.ts';
import { GroupPicker } from './group-picker.ts';

define('kantine-group-picker', GroupPicker);
