/** The form alone, for where somebody is thanked from. */
import '../parts/avatar/define.ts';
import '../parts/people-picker/define.ts';
import { define } from '../kit/define.ts';
import { ThankYouForm } from './thank-you-form.ts';

export { learnValues } from './values.ts';

define('kantine-thank-you-form', ThankYouForm);
