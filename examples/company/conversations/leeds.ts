import { corrected, felt, nextDay, post, say } from './write.ts';
import type { Thread } from './write.ts';

export const leeds: Thread[] = [
  post(
    '8 mon 09:30',
    'olivia.barnes',
    'Biscuit fund statement: we have £11.40, three custard creams and an unpaid debt from Gareth dating back to the spring. Contributions in the blue tin please.',
    say(
      'gareth.pryce',
      'I paid in kind. I fixed the tin.',
      say('olivia.barnes', 'You fixed the lid, Gareth. You had sat on it.'),
    ),
    say(
      'helen.ashworth',
      'I have put in a fiver on behalf of management, and taken two bourbons on behalf of management.',
    ),
  ),
  post(
    '8 thu 15:05',
    'priya.nair',
    'Tom starts Monday. Van three is cleaned, taxed and smells of pine for some reason. Who can take him out on Tuesday and Wednesday? I would like him to see one calm job and one that is not.',
    say(
      'gareth.pryce',
      'Tuesday Ilkley, calm as a pond. Wednesday Hull, not calm. I will take him.',
    ),
    say(
      'olivia.barnes',
      'Badge, phone and boots are on his desk. I guessed the boots from his handshake at the interview.',
      say('priya.nair', 'You guessed boots from a handshake?'),
      say('olivia.barnes', 'Size ten. Wait and see.'),
    ),
  ),
  post(
    '7 mon 11:15',
    'tom.whitfield',
    'First day report: the boots fit, the kettle has a name and I have been offered four kinds of tea. Thank you for making it easy.',
    say('callum.reid', 'There is a fifth kind. It is for people who have been here a year.'),
    say('olivia.barnes', 'Size ten. 👀'),
  ),
  post(
    '7 thu 12:25',
    'callum.reid',
    `Heads up for the job nobody likes: the store cupboard. I opened it and a demo bread basket from a 2009 trade show opened me.

Friday at three, an hour, then chips on me.`,
    say('helen.ashworth', 'Do not throw out the fax. It is historical.'),
    nextDay(
      say(
        'callum.reid',
        'Found: the fax, eleven lanyards, and a birthday card for somebody called Maureen, unsigned.',
        say('helen.ashworth', 'Maureen left in 2011! I shall post it to her. We will all sign.'),
      ),
    ),
  ),
  post(
    '6 mon 16:20',
    'gareth.pryce',
    'The new cardboard boxes from Deventer: knives fine, but two of six with a dented corner, bottom left as you look at the label. Photos are on their way to Murat. I quite like the cardboard otherwise, it does not squeak.',
    say(
      'murat.yildiz',
      'Thank you, bottom left is exactly what we see here. Tineke is working on a corner piece. Please keep counting.',
      say('gareth.pryce', 'Counting. I have started a tally on the van door, in pencil.'),
    ),
    say(
      'tineke.smit',
      'Mijn kleinzoon vertaalt: the corner comes. It is small but strong.',
      say('gareth.pryce', 'Like my mother. Looking forward to it.'),
    ),
  ),
  post(
    '6 fri 10:55',
    'helen.ashworth',
    'Holiday rota for the next quarter is on the wall and on [the branch page](https://intranet.example/leeds/rota). Please write your weeks in before you book the caravan, not after. You know who you are.',
    say('gareth.pryce', 'I do know who I am. The caravan is booked.'),
    say(
      'olivia.barnes',
      'I have swapped with Callum so Gareth can have his caravan. He owes us £11.40.',
    ),
  ),
  post(
    '5 tue 09:10',
    'olivia.barnes',
    'Kompas day two from our side of the water: orders go through, the screens are friendly, and everything is in euros for a second before it remembers we exist.',
    say(
      'vincent.deruiter',
      'It loads the company first and the country second. I will make it remember Leeds earlier, sorry about that.',
      say('olivia.barnes', 'No harm done. A customer was briefly delighted.'),
    ),
    say(
      'helen.ashworth',
      'Thank you all for staying late last night. The pizza was not a courtesy, it was a discount.',
    ),
  ),
  corrected(
    'Open day for bakers: Thursday fortnight, ten till four. Who can bring a demo machine over from Hull?',
    post(
      '5 fri 13:45',
      'callum.reid',
      'Open day for bakers: **Wednesday** fortnight, ten till four (not Thursday, that is bin day and the lorry blocks the door). Who can bring a demo Bolo over from Hull?',
      say(
        'tom.whitfield',
        'I am in Hull on the Tuesday. It fits in van three if the pine tree comes out.',
        say('priya.nair', 'So it WAS an air freshener. Mystery solved.'),
      ),
      say(
        'floor.wijnands',
        'Shall I send banners and the flour sacks with the logo? People love the sacks more than the brochures.',
        say('callum.reid', 'Sacks yes, as many as you dare.'),
      ),
    ),
  ),
  post(
    '4 tue 14:50',
    'priya.nair',
    'Could everyone tell me by tomorrow who flies over for the party on the Friday? So far: Helen, Callum with bass guitar, Olivia, Gareth and me. Tom is driving, because he would like to see the sea.',
    say('tom.whitfield', 'And because somebody has to bring back the cheese.'),
    say(
      'gareth.pryce',
      'Does a bass guitar count as hand luggage?',
      say('callum.reid', 'It has its own seat. It is called Maureen.'),
    ),
  ),
  felt(
    'celebrate',
    post(
      '3 wed 17:15',
      'callum.reid',
      'Open day done: **34 bakers**, two babies, one councillor. Eleven asked for a quote and a lady from Otley tried to buy the flour sacks. All of them. Thank you everyone, especially Olivia, who kept the tea going for six hours.',
      say('olivia.barnes', 'One hundred and twelve cups. My wrist has its own opinion.'),
      say(
        'karin.vandenberg',
        'Eleven quotes in one day is more than our last trade fair. Will you tell the others in Utrecht how you did it?',
        say(
          'callum.reid',
          'Happy to. The secret is tea and not talking about machines for the first ten minutes.',
        ),
      ),
    ),
  ),
  post(
    '10d 15:30',
    'helen.ashworth',
    'Back from Deventer with sore feet and a very full heart. Could whoever packed the cheese please label which parcel is for the office and which is for Maureen? There are two and they look the same.',
    say(
      'tom.whitfield',
      "The one with a ribbon is Maureen's. The one with a bite is the office's.",
    ),
    say('gareth.pryce', 'The bite was customs.'),
  ),
  post(
    '7d 10:35',
    'olivia.barnes',
    'Maureen wrote back! Two pages. She is eighty-one, grows leeks, and says the card was worth the wait. She also remembers that Gareth owed the biscuit fund in 2010.',
    say(
      'gareth.pryce',
      'That woman has a memory like a ledger. Fine. I have put a tenner in the tin.',
      say(
        'olivia.barnes',
        'Ladies and gentlemen, the fund stands at £31.90. We are buying the good shortbread.',
      ),
    ),
    say(
      'priya.nair',
      'Shall we ask her round for tea on a Friday?',
      say('helen.ashworth', 'Already did. She is coming next week and bringing leeks.'),
    ),
  ),
  post(
    '3d 09:05',
    'priya.nair',
    'Sunshine or not, the vans need their check: tyres, first aid kit, blanket, and a torch that works. I go round on Friday with a list. The pine tree may stay, Tom.',
    say('tom.whitfield', 'He thanks you. He is nearly out of pine.'),
    say(
      'callum.reid',
      'My torch works if you shake it. Is that a pass?',
      say('priya.nair', 'That is a rattle, Callum. New one is on your desk.'),
    ),
  ),
  post(
    '230m',
    'helen.ashworth',
    "Hollins & Wray called: they are so pleased with Tom's installation that they want a **second Rijs 20** for the York shop. Delivery date to follow from Yara. Well done, the whole van.",
    say('tom.whitfield', 'Does this mean another pork pie? Asking as a professional.'),
    say(
      'yara.martina',
      'Delivery is possible in five weeks, on a Thursday. I pencil it in and confirm before I go home.',
      say('helen.ashworth', 'Perfect, Yara. I shall tell them Thursday, and keep it.'),
    ),
  ),
];
