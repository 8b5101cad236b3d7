import { asks, post, say, solved } from './write.ts';
import type { Thread } from './write.ts';

/** The works council: a closed group, whose members speak before the rest of the company hears of it. */
export const or: Thread[] = [
  post(
    '6 thu 16:10',
    'annelies.vos',
    'Het concept van de nieuwe roosters ligt bij ons ter advies. Tot de vergadering van volgende week blijft dit tussen ons vijven. Wie leest hoofdstuk 3 met een rode pen?',
    say('rachid.ouali', 'Ik. Ik heb er zelf twintig jaar naar gewerkt.'),
    say(
      'murat.yildiz',
      'Zet erbij dat de vroege dienst niet vroeger hoeft. Dat scheelt drie bladzijden.',
    ),
  ),
  asks(
    post(
      '4 mon 09:20',
      'chantal.tjonahung',
      'Hoe lang hebben we eigenlijk om te antwoorden op een adviesaanvraag? Ik vind overal wat anders.',
      solved(
        say(
          'annelies.vos',
          'Er staat geen vaste tijd in de wet. Afgesproken met Marijke is zes weken, zie het verslag van maart.',
        ),
        'rachid.ouali',
      ),
    ),
  ),
  post(
    '6d 11:45',
    'annelies.vos',
    'Ons advies is verstuurd: ja, mits de ruilpot blijft. Dank voor al het leeswerk. Marijke antwoordt voor het einde van de maand, tot dan zeggen we er niets over.',
    say('murat.yildiz', 'Ik zwijg als een droge lagerbus.'),
  ),
];
