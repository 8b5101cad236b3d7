import '../avatar/define.ts';
import '../people-picker/define.ts';
import '../person-name/define.ts';
import { define } from '../internal/define.ts';
import { Kudos } from './kudos.ts';
import { ThankYouForm } from './thank-you-form.ts';

define('kantine-thank-you-form', ThankYouForm);
define('kantine-kudos', Kudos);
