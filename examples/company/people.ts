import { drawAvatar } from './avatars.ts';
import { timeOf } from './calendar.ts';
import type { Moment } from './calendar.ts';
import { lookOf } from './looks.ts';
import type { CompanyPerson } from './types.ts';

interface Employment {
  /** Joined the company during the story. */
  started?: Moment;
  /** Left the company during the story. */
  left?: Moment;
}

export interface Employee extends Employment {
  id: string;
  name: string;
  title: string;
  department: string;
  place: string;
  languages: string[];
  managerId?: string;
}

function employee(
  id: string,
  name: string,
  title: string,
  department: string,
  place: string,
  languages: string,
  managerId?: string,
  employment: Employment = {},
): Employee {
  const base = { id, name, title, department, place, languages: languages.split(' ') };
  return { ...base, ...(managerId === undefined ? {} : { managerId }), ...employment };
}

// One line a person, so that it reads as the staff list it is.
// prettier-ignore
export const employees: readonly Employee[] = [
  employee('marijke.hoogland', 'Marijke Hoogland', 'Algemeen directeur', 'Directie', 'Deventer', 'nl en de'),

  employee('erik.brandsma', 'Erik Brandsma', 'Hoofd productie', 'Productie', 'Deventer', 'nl de', 'marijke.hoogland'),
  employee('marek.wojcik', 'Marek Wójcik', 'Teamleider montage', 'Productie', 'Deventer', 'pl nl en', 'erik.brandsma'),
  employee('gerda.nijhuis', 'Gerda Nijhuis', 'Teamleider plaatwerk', 'Productie', 'Deventer', 'nl de', 'erik.brandsma'),
  employee('dennis.vanderkolk', 'Dennis van der Kolk', 'Monteur', 'Productie', 'Deventer', 'nl', 'marek.wojcik'),
  employee('agnieszka.zielinska', 'Agnieszka Zielińska', 'Elektromonteur', 'Productie', 'Deventer', 'pl nl', 'marek.wojcik'),
  employee('romy.jansen', 'Romy Jansen', 'Leerling-monteur', 'Productie', 'Deventer', 'nl en', 'marek.wojcik'),
  employee('thanh.nguyen', 'Thanh Nguyễn', 'Monteur eindcontrole', 'Productie', 'Deventer', 'nl vi', 'marek.wojcik'),
  employee('henk.wolters', 'Henk Wolters', 'Monteur eindcontrole', 'Productie', 'Deventer', 'nl', 'marek.wojcik', { left: '3 fri 15:00' }),
  employee('youssef.benali', 'Youssef Benali', 'Lasser', 'Productie', 'Deventer', 'nl ar fr', 'gerda.nijhuis'),
  employee('sjoerd.hiemstra', 'Sjoerd Hiemstra', 'Draaier-frezer', 'Productie', 'Deventer', 'nl', 'gerda.nijhuis'),
  employee('theo.groothuis', 'Theo Groothuis', 'Coördinator kwaliteit en veiligheid', 'Kwaliteit & veiligheid', 'Deventer', 'nl de', 'erik.brandsma'),

  employee('murat.yildiz', 'Murat Yıldız', 'Hoofd logistiek', 'Magazijn', 'Deventer', 'nl tr en', 'marijke.hoogland'),
  employee('wilma.oosterveld', 'Wilma Oosterveld', 'Teamleider magazijn', 'Magazijn', 'Deventer', 'nl', 'murat.yildiz'),
  employee('kevin.pinas', 'Kevin Pinas', 'Orderpicker', 'Magazijn', 'Deventer', 'nl srn en', 'wilma.oosterveld'),
  employee('jacek.piatek', 'Jacek Piątek', 'Heftruckchauffeur', 'Magazijn', 'Deventer', 'pl nl', 'wilma.oosterveld'),
  employee('tineke.smit', 'Tineke Smit', 'Medewerker inpak', 'Magazijn', 'Deventer', 'nl', 'wilma.oosterveld'),
  employee('mehmet.aydin', 'Mehmet Aydın', 'Medewerker expeditie', 'Magazijn', 'Deventer', 'tr nl de', 'wilma.oosterveld'),
  employee('yara.martina', 'Yara Martina', 'Planner logistiek', 'Magazijn', 'Deventer', 'nl pap en es', 'murat.yildiz', { started: '8 mon 08:30' }),

  employee('fatima.elamrani', 'Fatima El Amrani', 'Hoofd service', 'Service', 'Utrecht', 'nl ar en fr', 'marijke.hoogland'),
  employee('jeroen.bakker', 'Jeroen Bakker', 'Serviceplanner', 'Service', 'Utrecht', 'nl en', 'fatima.elamrani'),
  employee('esmee.dekker', 'Esmée Dekker', 'Medewerker servicedesk', 'Service', 'Utrecht', 'nl en', 'jeroen.bakker'),
  employee('naomi.fernandes', 'Naomi Fernandes', 'Medewerker servicedesk', 'Service', 'Utrecht', 'nl pt en', 'jeroen.bakker'),
  employee('patrick.degraaf', 'Patrick de Graaf', 'Senior service-engineer', 'Service', 'Utrecht', 'nl en de', 'fatima.elamrani'),
  employee('soufiane.haddouch', 'Soufiane Haddouch', 'Service-engineer', 'Service', 'Utrecht', 'nl ar en', 'fatima.elamrani'),
  employee('juergen.krause', 'Jürgen Krause', 'Service-engineer Duitsland', 'Service', 'Deventer', 'de nl en', 'fatima.elamrani'),
  employee('wout.claes', 'Wout Claes', 'Service-engineer', 'Service', 'Antwerpen', 'nl fr', 'fatima.elamrani'),
  employee('liesbeth.goossens', 'Liesbeth Goossens', 'Service-engineer', 'Service', 'Antwerpen', 'nl fr en', 'fatima.elamrani'),
  employee('priya.nair', 'Priya Nair', 'Lead service engineer', 'Service', 'Leeds', 'en ml', 'fatima.elamrani'),
  employee('gareth.pryce', 'Gareth Pryce', 'Service engineer', 'Service', 'Leeds', 'en cy', 'priya.nair'),
  employee('tom.whitfield', 'Tom Whitfield', 'Service engineer', 'Service', 'Leeds', 'en', 'priya.nair', { started: '7 mon 09:00' }),

  employee('karin.vandenberg', 'Karin van den Berg', 'Hoofd verkoop', 'Verkoop', 'Utrecht', 'nl en de', 'marijke.hoogland'),
  employee('pim.hendriks', 'Pim Hendriks', 'Accountmanager Nederland', 'Verkoop', 'Utrecht', 'nl en', 'karin.vandenberg'),
  employee('sanne.kok', 'Sanne Kok', 'Accountmanager Nederland', 'Verkoop', 'Utrecht', 'nl en', 'karin.vandenberg', { left: '5 fri 17:00' }),
  employee('annelies.vos', 'Annelies Vos', 'Verkoop binnendienst', 'Verkoop', 'Utrecht', 'nl en', 'karin.vandenberg'),
  employee('katrin.vogel', 'Katrin Vogel', 'Accountmanager Duitsland', 'Verkoop', 'Deventer', 'de en nl', 'karin.vandenberg'),
  employee('floor.wijnands', 'Floor Wijnands', 'Marketing en communicatie', 'Marketing', 'Utrecht', 'nl en', 'karin.vandenberg'),
  employee('joris.peeters', 'Joris Peeters', 'Vestigingsleider Antwerpen', 'Verkoop', 'Antwerpen', 'nl fr en', 'marijke.hoogland'),
  employee('lotte.vermeulen', 'Lotte Vermeulen', 'Accountmanager België', 'Verkoop', 'Antwerpen', 'nl fr en', 'joris.peeters'),
  employee('dirk.janssens', 'Dirk Janssens', 'Verkoop binnendienst', 'Verkoop', 'Antwerpen', 'nl fr', 'joris.peeters'),
  employee('helen.ashworth', 'Helen Ashworth', 'Branch manager Leeds', 'Verkoop', 'Leeds', 'en fr', 'marijke.hoogland'),
  employee('olivia.barnes', 'Olivia Barnes', 'Sales coordinator', 'Verkoop', 'Leeds', 'en', 'helen.ashworth'),
  employee('callum.reid', 'Callum Reid', 'Account manager UK', 'Verkoop', 'Leeds', 'en', 'helen.ashworth'),

  employee('bas.terhorst', 'Bas ter Horst', 'Hoofd techniek', 'Techniek', 'Deventer', 'nl en de', 'marijke.hoogland'),
  employee('anna.devries', 'Anna de Vries', 'Productontwikkelaar', 'Techniek', 'Deventer', 'nl en', 'bas.terhorst'),
  employee('stijn.maas', 'Stijn Maas', 'Constructeur', 'Techniek', 'Deventer', 'nl en', 'bas.terhorst'),
  employee('deepak.ramdin', 'Deepak Ramdin', 'Software-engineer besturingen', 'Techniek', 'Deventer', 'nl hi en', 'bas.terhorst'),
  employee('elif.kaya', 'Elif Kaya', 'Elektrotechnisch ontwerper', 'Techniek', 'Deventer', 'nl tr en', 'bas.terhorst'),
  employee('joke.baan', 'Joke Baan', 'Meesterbakker', 'Proefbakkerij', 'Deventer', 'nl', 'bas.terhorst'),
  employee('cor.veldhuis', 'Cor Veldhuis', 'Proefbakker', 'Proefbakkerij', 'Deventer', 'nl de', 'joke.baan'),

  employee('ruben.sardjoe', 'Ruben Sardjoe', 'Financieel directeur', 'Financiën', 'Utrecht', 'nl en hi', 'marijke.hoogland'),
  employee('mirjam.polak', 'Mirjam Polak', 'Controller', 'Financiën', 'Utrecht', 'nl en', 'ruben.sardjoe'),
  employee('chantal.tjonahung', 'Chantal Tjon A Hung', 'Crediteurenadministratie', 'Financiën', 'Utrecht', 'nl srn', 'mirjam.polak'),
  employee('hilde.mulder', 'Hilde Mulder', 'Senior inkoper', 'Inkoop', 'Deventer', 'nl de en', 'ruben.sardjoe'),
  employee('rachid.ouali', 'Rachid Ouali', 'Inkoper', 'Inkoop', 'Deventer', 'nl fr', 'hilde.mulder'),
  employee('vincent.deruiter', 'Vincent de Ruiter', 'Projectleider Kompas', 'IT', 'Utrecht', 'nl en', 'ruben.sardjoe'),
  employee('zofia.kaminska', 'Zofia Kamińska', 'IT-support', 'IT', 'Deventer', 'pl en nl', 'vincent.deruiter'),

  employee('ingrid.dewaal', 'Ingrid de Waal', 'Hoofd Mens & Werk', 'Mens & Werk', 'Deventer', 'nl en', 'marijke.hoogland'),
  employee('bram.schouten', 'Bram Schouten', 'Adviseur Mens & Werk', 'Mens & Werk', 'Deventer', 'nl en', 'ingrid.dewaal'),
  employee('nadia.belkacem', 'Nadia Belkacem', 'Gastvrouw', 'Mens & Werk', 'Deventer', 'nl fr ar', 'ingrid.dewaal'),
];

const timeZones: Record<string, string> = {
  Antwerpen: 'Europe/Brussels',
  Deventer: 'Europe/Amsterdam',
  Leeds: 'Europe/London',
  Utrecht: 'Europe/Amsterdam',
};

export function toPerson(employee: Employee): CompanyPerson {
  const { id, name, title, department, place, languages, managerId } = employee;
  return {
    id,
    name,
    title,
    department,
    place,
    timeZone: timeZones[place] ?? 'Europe/Amsterdam',
    email: `${id}@tarwijk.example`,
    languages: [...languages],
    ...(managerId === undefined ? {} : { managerId }),
    active: employee.left === undefined,
    photo: drawAvatar(lookOf(id)),
  };
}

/** The moment after which somebody writes and reacts no more; for most people that is not yet. */
export function lastMomentOf(personId: string, now: number): number {
  const left = employees.find((employee) => employee.id === personId)?.left;
  return left === undefined ? now : timeOf(left, now);
}
