/** What owners alone get: forms, and their log. */
import '../parts/avatar/define.ts';
import '../parts/people-picker/define.ts';
import '../parts/person-name/define.ts';
import { define } from '../kit/define.ts';
import { SettingsLog } from './settings-log.ts';
import { StaffImport } from './staff-import.ts';
import { StaffOnList } from './staff-list.ts';
import { StaffLineOff } from './staff-line.ts';
import { ValueForm } from './value-form.ts';

define('kantine-settings-log', SettingsLog);
define('kantine-staff-import', StaffImport);
define('kantine-staff-line', StaffLineOff);
define('kantine-staff-list', StaffOnList);
define('kantine-value-form', ValueForm);
