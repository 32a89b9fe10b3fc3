import { expect, test } from 'vitest';
import {
  createBulkoppslagPath,
  createEntydigsoekPath,
  createOppslagPath,
  createSoekPath,
  MAL,
} from './url.ts';

const PAKKE = 'folkeregisteret/api/finans/v1';
const NUMMER = '05888012345';

test('an oppslag names each part once, by a repeated key', () => {
  expect(createOppslagPath(PAKKE, NUMMER, ['person-basis', 'historikk', 'person-basis'])).toBe(
    `/folkeregisteret/api/finans/v1/personer/${NUMMER}?part=person-basis&part=historikk`,
  );
  expect(createOppslagPath(PAKKE, NUMMER, [])).toBe(`/folkeregisteret/api/finans/v1/personer/${NUMMER}`);
});

test.each([
  '',
  '..',
  '.',
  'entydigsoek',
  '0588801234',
  `${NUMMER}/..`,
  `${NUMMER}?part=x`,
  '０５８８８０１２３４５',
])('an oppslag on %j is no path at all: it would be another resource', (nummer) => {
  expect(() => createOppslagPath(PAKKE, nummer, [])).toThrow('UGYLDIG_INNHOLD');
});

test('an entydigsoek spells every criterion as the register does (freg-contract.md section 4.1)', () => {
  const kriterier = {
    identifikasjonsnummer: NUMMER,
    utenlandskpersonidentifikasjon: 'AFG-1458-4555',
    legitimasjonsdokument: 'IRL-195509132386',
    utlendingsmyndighetenesIdentifikasjonsnummer: '123456789012',
    foedselsdato: '1988-08-05',
    navn: 'Sjelden Fjelltopp',
    postnummer: '0301',
    adressenavn: 'Ås & Øvre gate',
    husnummer: '1B',
    soekFonetisk: true,
    opplysningsgrunnlag: 'historisk' as const,
  };
  const [sti, query] = createEntydigsoekPath(PAKKE, kriterier, ['person-basis', 'navn']).split('?');
  expect(sti).toBe('/folkeregisteret/api/finans/v1/personer/entydigsoek');
  expect(query?.split('&')).toEqual([
    `identifikasjonsnummer=${NUMMER}`,
    'utenlandskpersonidentifikasjon=AFG-1458-4555',
    'legitimasjonsdokument=IRL-195509132386',
    'utlendingsmyndighetenesidentifikasjonsnummer=123456789012',
    'foedselsdato=19880805',
    'navn=Sjelden%20Fjelltopp',
    'postnummer=0301',
    'adressenavn=%C3%85s%20%26%20%C3%98vre%20gate',
    'husnummer=1B',
    'soekFonetisk=true',
    'opplysningsgrunnlag=historisk',
    'part=person-basis',
    'part=navn',
  ]);
});

test('an empty criterion is no criterion, and a date already written for the register is left alone', () => {
  const kriterier = { navn: '', soekFonetisk: false, foedselsdato: '19880805' };
  expect(createEntydigsoekPath('p', kriterier, [])).toBe('/p/personer/entydigsoek?foedselsdato=19880805');
});

test('a soek spells every criterion as the register does, and leaves out what was not given', () => {
  const path = createSoekPath('p', {
    navn: 'Åse Elv',
    kjoenn: 'kvinne',
    husnummer: '',
    inkluderDoede: true,
    soekFonetisk: false,
  });
  expect(path).toBe('/p/personer/soek?navn=%C3%85se%20Elv&kjoenn=kvinne&inkluderDoede=true');
});

test('a bulkoppslag asks for each number to be answered by itself, and has no number in its address', () => {
  expect(createBulkoppslagPath('p', ['navn', 'navn', 'status'])).toBe(
    '/p/personer/bulkoppslag?part=navn&part=status&somBestilt=true',
  );
});

test('R-20: the templates that stand in logs hold nothing of a call', () => {
  expect(Object.values(MAL)).toEqual([
    'GET personer/{id}',
    'GET personer/entydigsoek',
    'GET personer/soek',
    'POST personer/bulkoppslag',
    'POST personer/bulkoppslag/arkiv',
    'POST uttrekk/tilpasset',
    'GET uttrekk/komplett',
    'GET uttrekk/{jobbid}/batch/{batchnr}',
    'GET hendelser/feed',
    'GET hendelser/{id}',
    'GET hendelser/siste/sekvensnummer',
  ]);
});
