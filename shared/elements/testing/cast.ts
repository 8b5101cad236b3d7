/** The people of the element tests; one of them has left. */
import type { DirectoryPerson } from '@kantine/core';

export const cast = {
  anna: {
    id: 'anna',
    name: 'Anna de Vries',
    active: true,
    title: 'Baker',
    department: 'Bakery',
    place: 'Utrecht',
    email: 'anna@tarwijk.example',
    timeZone: 'Europe/Amsterdam',
    manager: 'bram',
  },
  bram: {
    id: 'bram',
    name: 'Bram Okafor',
    active: true,
    title: 'Head of baking',
    timeZone: 'Europe/Amsterdam',
    email: 'bram@tarwijk.example',
  },
  chika: {
    id: 'chika',
    name: 'Chika Tanaka',
    active: true,
    title: 'Buyer',
    place: 'Osaka',
    timeZone: 'Asia/Tokyo',
    manager: 'bram',
  },
  /** A name as long as they come, and a time zone that is none. */
  dora: {
    id: 'dora',
    name: 'Dorothea Wilhelmina van Oosterhout-Grootenboer-Schimmelpenninck',
    active: true,
    title: 'Betriebsverpflegungskoordinatorin',
    department: 'Lebensmittelqualitätssicherungsabteilung',
    timeZone: 'Mars/Olympus_Mons',
  },
  emil: { id: 'emil', name: 'Emil Farewell', active: false, title: 'Driver' },
} as const satisfies Record<string, DirectoryPerson>;

export type Role = keyof typeof cast;
