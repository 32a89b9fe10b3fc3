/**
 * Countries people come from and go to, with invented streets and real towns. The register uses alpha-3 everywhere
 * but in foreign addresses, where it is alpha-2 (freg-contract.md section 2).
 */
import type { Innhold } from './element.ts';
import { SUBSTANTIVER } from './navn-ord.ts';
import { hash, toAndel, toElement, toHeltall } from './tilfeldig.ts';

export type Land = { a3: string; a2: string; byer: readonly string[]; gate: string; postkode: string };

export const LAND: readonly Land[] = [
  { a3: 'SWE', a2: 'SE', byer: ['Göteborg', 'Malmö', 'Umeå'], gate: 'Provgatan', postkode: '412 50' },
  { a3: 'DNK', a2: 'DK', byer: ['København', 'Aarhus'], gate: 'Prøvegade', postkode: '8000' },
  { a3: 'POL', a2: 'PL', byer: ['Gdańsk', 'Łódź', 'Kraków'], gate: 'ul. Próbna', postkode: '80-001' },
  { a3: 'LTU', a2: 'LT', byer: ['Vilnius', 'Kaunas'], gate: 'Bandomoji g.', postkode: 'LT-01100' },
  { a3: 'DEU', a2: 'DE', byer: ['Hamburg', 'Köln'], gate: 'Probestraße', postkode: '20095' },
  { a3: 'GBR', a2: 'GB', byer: ['Aberdeen', 'Leeds'], gate: 'Sample Street', postkode: 'AB10 1AB' },
  { a3: 'ESP', a2: 'ES', byer: ['Alicante', 'Málaga'], gate: 'Calle de Prueba', postkode: '03001' },
  { a3: 'USA', a2: 'US', byer: ['Minneapolis', 'Seattle'], gate: 'Example Avenue', postkode: '55401' },
  { a3: 'PHL', a2: 'PH', byer: ['Cebu', 'Manila'], gate: 'Halimbawa Street', postkode: '6000' },
  { a3: 'SYR', a2: 'SY', byer: ['Aleppo', 'Homs'], gate: 'Ash-Shari al-Awwal', postkode: '' },
  { a3: 'ERI', a2: 'ER', byer: ['Asmara', 'Keren'], gate: 'Harnet', postkode: '' },
  { a3: 'SOM', a2: 'SO', byer: ['Mogadishu', 'Hargeisa'], gate: 'Waddada Koowaad', postkode: '' },
  { a3: 'UKR', a2: 'UA', byer: ['Lviv', 'Odesa'], gate: 'vul. Prykladna', postkode: '79000' },
  { a3: 'XXK', a2: 'XK', byer: ['Pristina', 'Prizren'], gate: 'Rruga e Provës', postkode: '10000' },
];

export function toLand(h: number): Land {
  return toElement(h, LAND);
}

/** A foreign address; the fields a country does not use are absent. */
export function createUtenlandskAdresse(land: Land, h: number): Innhold {
  const adresse: Innhold = { adressenavn: `${land.gate} ${toHeltall(h, 1, 120)}` };
  if (land.postkode !== '') adresse.postkode = land.postkode;
  adresse.byEllerStedsnavn = toElement(hash(h, 1), land.byer);
  adresse.landkode = land.a2;
  const tillegg = toAndel(hash(h, 2));
  if (tillegg < 0.2) adresse.region = `Region ${toElement(hash(h, 3), ['Nord', 'Syd', 'Vest', 'Øst'])}`;
  if (tillegg < 0.1) adresse.coAdressenavn = `c/o ${toElement(hash(h, 4), SUBSTANTIVER)}`;
  return adresse;
}

/** A foreign address as lines, the older form. */
export function createUtenlandskAdresseIFrittFormat(land: Land, h: number): Innhold {
  const by = toElement(hash(h, 1), land.byer);
  return {
    adresselinje: [`${land.gate} ${toHeltall(h, 1, 120)}`, by],
    postkode: land.postkode,
    byEllerStedsnavn: by,
    landkode: land.a2,
  };
}
