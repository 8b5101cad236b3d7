import { jubileum } from './conversations/jubileum.ts';
import { kantine } from './conversations/kantine.ts';
import { kompas } from './conversations/kompas.ts';
import { leeds } from './conversations/leeds.ts';
import { lunchloop } from './conversations/lunchloop.ts';
import { nieuwHier } from './conversations/nieuw-hier.ts';
import { or } from './conversations/or.ts';
import { proefbakkerij } from './conversations/proefbakkerij.ts';
import { service } from './conversations/service.ts';
import { werkplaats } from './conversations/werkplaats.ts';
import type { Thread } from './conversations/write.ts';

export interface GroupPlan {
  id: string;
  name: string;
  purpose: string;
  createdBy: string;
  /** Read by its members alone; open unless it says so. */
  access?: 'closed';
  /** What its stewards let posts be about. */
  topics?: string[];
  /** Why its founder archived it, a day after the last word. */
  ended?: string;
  /** How long before now somebody started it, in days: older than its oldest thread. */
  age: number;
  /** Members who mostly read. Everybody who writes in a thread is a member as well. */
  readers: string[];
  /** Oldest first: a post's number in its id follows this order. */
  threads: Thread[];
}

export const groupPlans: readonly GroupPlan[] = [
  {
    id: 'kantine',
    name: 'De Kantine',
    purpose:
      'Voor alles wat je aan de lange tafel zou vertellen. Deventer, Utrecht, Antwerpen and Leeds: pull up a chair.',
    createdBy: 'nadia.belkacem',
    age: 410,
    readers: ['mirjam.polak'],
    threads: kantine,
  },
  {
    id: 'werkplaats',
    name: 'Werkplaats & magazijn',
    purpose: 'Montage, plaatwerk, inpak en expeditie: wat loopt, wat knelt en wat slimmer kan.',
    createdBy: 'wilma.oosterveld',
    age: 300,
    readers: ['bas.terhorst', 'sjoerd.hiemstra', 'rachid.ouali', 'bram.schouten'],
    threads: werkplaats,
  },
  {
    id: 'service',
    name: 'Service on the road',
    purpose:
      'Tips and questions from the van. Dutch or English, photos welcome, no customer names in titles please.',
    createdBy: 'patrick.degraaf',
    topics: ['Snit', 'Rijs', 'Onderweg'],
    age: 365,
    readers: ['karin.vandenberg', 'stijn.maas', 'lotte.vermeulen'],
    threads: service,
  },
  {
    id: 'kompas',
    name: 'Kompas: samen naar het nieuwe systeem',
    purpose:
      'Everything about the move from the old green screens to Kompas. Ask early, ask twice.',
    createdBy: 'vincent.deruiter',
    age: 190,
    readers: ['marijke.hoogland', 'helen.ashworth', 'erik.brandsma', 'dirk.janssens'],
    threads: kompas,
  },
  {
    id: 'nieuw-hier',
    name: 'Nieuw hier / New here',
    purpose: 'De vragen die je in je eerste maanden niet durft te stellen. Here you can.',
    createdBy: 'bram.schouten',
    age: 220,
    readers: ['soufiane.haddouch', 'elif.kaya', 'annelies.vos'],
    threads: nieuwHier,
  },
  {
    id: 'lunchloop',
    name: 'Lunchloop & fietsplan',
    purpose:
      'Dinsdag en donderdag om 12.15 uur een rondje. Rennen, wandelen of fietsen: alles telt.',
    createdBy: 'anna.devries',
    age: 150,
    readers: ['mirjam.polak', 'thanh.nguyen'],
    threads: lunchloop,
  },
  {
    id: 'leeds',
    name: 'Leeds corner',
    purpose:
      'The branch noticeboard: rotas, visitors, biscuits. Colleagues from elsewhere welcome.',
    createdBy: 'olivia.barnes',
    age: 260,
    readers: [],
    threads: leeds,
  },
  {
    id: 'proefbakkerij',
    name: 'De proefbakkerij',
    purpose: 'Deeg, proeven en klantbezoeken. Wie komt proeven, geeft eerlijk commentaar.',
    createdBy: 'joke.baan',
    age: 330,
    readers: ['elif.kaya', 'hilde.mulder'],
    threads: proefbakkerij,
  },
  {
    id: 'jubileum',
    name: 'Feestcommissie 75 jaar',
    purpose: 'Wie doet wat op het feest.',
    createdBy: 'floor.wijnands',
    ended: 'Het feest is geweest, en alles is opgeruimd.',
    age: 75,
    readers: [],
    threads: jubileum,
  },
  {
    id: 'or',
    name: 'Ondernemingsraad',
    purpose: 'Wat de raad bespreekt voor het naar buiten gaat.',
    createdBy: 'annelies.vos',
    access: 'closed',
    age: 200,
    readers: [],
    threads: or,
  },
];
