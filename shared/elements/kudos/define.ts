import '../avatar/define.ts';
import '../people-picker/define.ts';
import '../person-name/define.ts';
import { define } from '../internal/define.ts';
import { Kudos } from './kudos.ts';
import { ThankYouForm } from './thank-you-form.ts';
import { ThankYouItem } from './thank-you.ts';

define('kantine-thank-you-form', ThankYouForm);
define('kantine-thank-you', ThankYouItem);
define('kantine-kudos', Kudos);
