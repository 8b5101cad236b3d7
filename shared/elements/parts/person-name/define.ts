import { define } from '../../kit/define.ts';
import { PersonName } from './person-name.ts';

define('kantine-person-name', PersonName);
