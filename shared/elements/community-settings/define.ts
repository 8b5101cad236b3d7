import { define } from '../kit/define.ts';
import { CommunitySettings } from './community-settings.ts';

define('kantine-community-settings', CommunitySettings);
