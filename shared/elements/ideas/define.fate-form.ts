import '../parts/people-picker/define.ts';
import { define } from '../kit/define.ts';
import { FateForm } from './fate-form.ts';

define('kantine-fate-form', FateForm);
