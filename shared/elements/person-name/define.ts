import '../avatar/define.ts';
import { define } from '../internal/define.ts';
import { PersonName } from './person-name.ts';

define('kantine-person-name', PersonName);
