import { post, say } from './write.ts';
import type { Thread } from './write.ts';

/** The committee of the anniversary: its work is done, and its group archived. */
export const jubileum: Thread[] = [
  post(
    '8 mon 10:15',
    'floor.wijnands',
    'Het feest staat op een vrijdag, in de grote hal, tussen lijn 2 en de heftrucks. Wie regelt wat? Ik doe de foto’s en de sprekers.',
    say('nadia.belkacem', 'Ik doe de ontvangst. Niemand komt binnen zonder naamsticker.'),
    say('joke.baan', 'Het brood, dat lijkt me duidelijk.'),
  ),
  post(
    '7 wed 14:05',
    'joke.baan',
    'Proefronde gehad: 75 broden in de vorm van een 7 of een 5. De 5 stort in, dus het worden 75 zevens en een bord ernaast.',
    say('floor.wijnands', 'Een bord ernaast is ook communicatie.'),
  ),
  post(
    '5 mon 09:05',
    'floor.wijnands',
    'Het was prachtig, en de hal is weer leeg. Alle foto’s liggen op mijn bureau in Utrecht. Dank jullie wel. Ik sluit de groep, lezen kan altijd nog.',
    say('nadia.belkacem', 'Er hangt nog één naamsticker op de heftruck. Die laten we zitten.'),
  ),
];
