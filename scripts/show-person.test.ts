/** The tool as it is called: what it prints, and one clear sentence with an exit code when it cannot. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const SKRIPT = fileURLToPath(new URL('./show-person.ts', import.meta.url));
const DOKUMENT = {
  identifikasjonsnummer: [{ erGjeldende: true, status: 'iBruk', foedselsEllerDNummer: '01890097401' }],
  navn: [{ erGjeldende: true, fornavn: 'MILD', etternavn: 'ELV' }],
  foedsel: [{ erGjeldende: true, foedselsdato: '2014-06-05', foedekommuneINorge: '0301' }],
  bostedsadresse: [
    { erGjeldende: true, adressegradering: 'ugradert', vegadresse: { adressenavn: 'Lilleveien' } },
  ],
  nyttFelt: 'helt nytt',
};

let mappe = '';
beforeAll(async () => {
  mappe = await mkdtemp(join(tmpdir(), 'show-person-'));
  await writeFile(join(mappe, 'person.json'), JSON.stringify(DOKUMENT));
  await writeFile(join(mappe, 'treff.json'), JSON.stringify({ folkeregisterperson: DOKUMENT }));
  await writeFile(
    join(mappe, 'vernet.json'),
    JSON.stringify({ ...DOKUMENT, adressebeskyttelse: [{ graderingsnivaa: 'fortrolig' }] }),
  );
  await writeFile(join(mappe, 'liste.json'), '[]');
  await writeFile(join(mappe, 'brutt.json'), '{"navn":');
});
afterAll(() => rm(mappe, { recursive: true }));

type Resultat = { kode: number; ut: string; feil: string };

function run(args: string[], inn = ''): Promise<Resultat> {
  return new Promise((resolve) => {
    const barn = execFile(process.execPath, [SKRIPT, ...args], { cwd: mappe }, (feil, ut, err) => {
      resolve({ kode: typeof feil?.code === 'number' ? feil.code : 0, ut, feil: err });
    });
    barn.stdin?.end(inn);
  });
}

test('a document is printed tab by tab in Norwegian, unknown fields with their path', async () => {
  const { kode, ut } = await run(['person.json']);
  expect(kode).toBe(0);
  for (const tekst of [
    'MILD ELV',
    '018900 97401',
    '5. juni 2014',
    'Oslo (0301)',
    'Lilleveien',
    '== Adresser ==',
    'nyttFelt: helt nytt',
    'Ikke registrert',
  ]) {
    expect(ut).toContain(tekst);
  }
});

test('standard input and one hit of a bulkoppslag give the same', async () => {
  const { ut } = await run(['person.json']);
  expect((await run(['-'], JSON.stringify(DOKUMENT))).ut).toBe(ut);
  expect((await run(['treff.json'])).ut).toBe(ut);
});

test('a protected person shows nothing of it, and with --fortrolig that it is withheld', async () => {
  const uten = await run(['vernet.json']);
  expect(uten.ut).not.toMatch(/Lilleveien|ortrolig|kjermet/);
  expect(uten.ut).toContain('Bostedsadresse: Ingen opplysninger å vise');
  const med = await run(['vernet.json', '--fortrolig']);
  expect(med.ut).toMatch(/Fortrolig adresse[\s\S]*Skjermet/);
  expect(med.ut).not.toContain('Lilleveien');
});

test('another package says what it does not hold', async () => {
  const { ut } = await run(['person.json', '--pakke', 'presse']);
  expect(ut).toContain('Familierelasjoner: Ikke i rettighetspakken');
});

test.each([
  [['finnes-ikke.json'], 1, 'kan ikke leses'],
  [['brutt.json'], 1, 'ikke gyldig JSON'],
  [['liste.json'], 1, 'ikke et JSON-objekt'],
  [['person.json', '--pakke', 'alt'], 2, 'finnes ikke'],
  [['person.json', '--ukjent'], 2, 'Kjenner ikke igjen'],
  [[], 2, 'nøyaktig én fil'],
])('%j ends with %i and one sentence', async (args, kode, tekst) => {
  const resultat = await run(args);
  expect(resultat.kode).toBe(kode);
  expect(resultat.feil).toContain(tekst);
  expect(resultat.feil.trim().split('\n')).toHaveLength(1);
  expect(resultat.ut).toBe('');
});
