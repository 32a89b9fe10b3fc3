/** The register with the real population: what it answers for the scenario persons, in every pakke and both formats. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createBefolkning } from '../befolkning/create-befolkning.ts';
import { hasTjeneste, listPakker, PAKKER } from '../kontrakt/pakker.ts';
import { parseXml } from './proeve/parse-xml.ts';
import { type Proeveregister, startProeveregister } from './proeve/register.ts';

const befolkning = createBefolkning({ froe: 1, antall: 1_000, naa: new Date('2026-11-21') });
const OMH = 'offentlig-med-hjemmel';
const MED_OPPSLAG = listPakker().filter((pakke) => hasTjeneste(pakke, 'oppslag'));
let proeve: Proeveregister;

beforeAll(async () => {
  proeve = await startProeveregister(befolkning);
});
afterAll(() => proeve.stop());

async function getDokument(pakke: (typeof MED_OPPSLAG)[number], nummer: string, accept: string) {
  const sti = `${PAKKER[pakke].sti}/v1/personer/${nummer}?part=person-basis&part=historikk&part=innflytting`;
  return await proeve.call(sti, { headere: { accept } });
}

const getNummer = (navn: string) =>
  befolkning.scenariopersoner.find((person) => person.navn === navn)?.nummer ?? navn;

test('every scenario person is answered in every pakke with oppslag, as JSON and as well-formed XML', async () => {
  expect(befolkning.scenariopersoner.length).toBeGreaterThan(30);
  for (const pakke of MED_OPPSLAG) {
    for (const { navn, nummer } of befolkning.scenariopersoner) {
      const json = await getDokument(pakke, nummer, 'application/json');
      expect(json.status, `${navn} i ${pakke}`).toBe(200);
      const { tekst } = await getDokument(pakke, nummer, 'application/xml');
      const egenskaper = new Set(parseXml(tekst).barn.map((barn) => barn.navn));
      expect([...egenskaper], navn).toEqual(Object.keys(JSON.parse(json.tekst)));
    }
  }
});

test('no street of a protected scenario person leaves offentlig-med-hjemmel', async () => {
  const nummer = getNummer('fortrolig');
  const hele = (await getDokument(OMH, nummer, 'application/json')).tekst;
  const veier = new Set([...hele.matchAll(/"adressenavn":"([^"]+)"/g)].map(([, vei = '']) => vei));
  expect(veier.size).toBeGreaterThan(0);
  for (const pakke of MED_OPPSLAG.filter((p) => p !== OMH)) {
    const { tekst } = await getDokument(pakke, nummer, 'application/json');
    for (const vei of veier) expect(tekst).not.toContain(vei);
    expect(tekst).not.toMatch(/fortrolig/i);
  }
});

test('the strengt fortrolig person has an open postadresse in every pakke, and no other address', async () => {
  for (const pakke of MED_OPPSLAG) {
    const { tekst } = await getDokument(pakke, getNummer('strengt-fortrolig'), 'application/json');
    expect(Object.keys(JSON.parse(tekst)).filter((egenskap) => /adresse$|bosted$/i.test(egenskap))).toEqual([
      'postadresse',
    ]);
  }
});
