import { define } from '../kit/define.ts';
import { SiteCheck } from './site-check.ts';

define('kantine-site-check', SiteCheck);
