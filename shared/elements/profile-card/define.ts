import '../parts/avatar/define.ts';
import '../parts/person-name/define.ts';
import { define } from '../kit/define.ts';
import { ProfileCard } from './profile-card.ts';

define('kantine-profile-card', ProfileCard);
