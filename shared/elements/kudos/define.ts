import '../parts/avatar/define.ts';
import '../parts/people-picker/define.ts';
import '../parts/person-name/define.ts';
import { define } from '../kit/define.ts';
import { Kudos } from './kudos.ts';
import { ThankYouForm } from './thank-you-form.ts';
import { ThankYouItem } from './thank-you.ts';

define('kantine-thank-you-form', ThankYouForm);
define('kantine-thank-you', ThankYouItem);
define('kantine-kudos', Kudos);
