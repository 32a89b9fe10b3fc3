/**
 * for criteria drawn at random the file is those whom the register's own documents say fit, with what they say, and
 * nobody else. What fits is judged here from the documents of everybody, and not by what the simulator finds by.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { createRandom } from '#lib/domain/test-random.ts';
import type { Utvalg } from '#lib/domain/uttrekk/bestilling.ts';
import { PERSONSTATUSTYPER } from '#lib/domain/uttrekk/bestilling.ts';
import { waitForTilstand } from './test-motor.ts';
import { createProeve, type Proeve } from './test-proeve.ts';

const BESTILLINGER = 8;
const SEED = Date.now() % 1_000_000;
let p: Proeve;
beforeAll(async () => {
  p = await createProeve();
});
afterAll(() => p?.close());

const Oppfoeringer = z.array(z.looseObject({ erGjeldende: z.boolean().optional() })).optional();
const Dokument = z.looseObject({
  status: Oppfoeringer,
  kjoenn: Oppfoeringer,
  foedsel: Oppfoeringer,
  sivilstand: Oppfoeringer,
  statsborgerskap: Oppfoeringer,
});
type Egenskap = keyof z.infer<typeof Dokument> & string;

/** What the entries that hold say in one field. */
function listGjeldende(linje: string, egenskap: Egenskap, felt: string): unknown[] {
  const oppfoeringer = Oppfoeringer.parse(Dokument.parse(JSON.parse(linje))[egenskap]) ?? [];

  return oppfoeringer.filter(({ erGjeldende }) => erGjeldende).map((oppfoering) => oppfoering[felt]);
}

const STATUSER: Record<Utvalg['personstatustyper'][number], readonly string[]> = {
  bosatt: ['bosatt'],
  utflyttet: ['utflyttet'],
  doed: ['doed'],
  inaktiv: ['inaktiv'],
  aktiv: ['midlertidig', 'ikkeBosatt', 'forsvunnet', 'foedselsregistrert'],
};

function isAmong(linje: string, utvalg: Utvalg): boolean {
  const { personstatustyper, kjoenn, foedselsaar, sivilstandstype, statsborgerskap } = utvalg;
  const has = (egenskap: Egenskap, felt: string, verdi: unknown) =>
    verdi === null || listGjeldende(linje, egenskap, felt).includes(verdi);
  const [foedt = 0] = listGjeldende(linje, 'foedsel', 'foedselsaar').map(Number);
  const statuser = personstatustyper.flatMap((type) => STATUSER[type]);

  return (
    listGjeldende(linje, 'status', 'status').some((status) => statuser.includes(String(status))) &&
    has('kjoenn', 'kjoenn', kjoenn) &&
    has('sivilstand', 'sivilstand', sivilstandstype) &&
    has('statsborgerskap', 'statsborgerskap', statsborgerskap) &&
    (foedselsaar === null || ((foedselsaar.fra ?? 0) <= foedt && foedt <= (foedselsaar.til ?? 9999)))
  );
}

const ALLE: Utvalg = {
  personstatustyper: [...PERSONSTATUSTYPER],
  sted: null,
  foedselsaar: null,
  doedsaar: null,
  kjoenn: null,
  statsborgerskap: null,
  sivilstandstype: null,
};

function drawUtvalg(random: () => number): Utvalg {
  const maybe = <T>(andel: number, verdi: () => T): T | null => (random() < andel ? verdi() : null);
  const pick = <T>(valg: readonly [T, ...T[]]): T => valg[Math.floor(random() * valg.length)] ?? valg[0];
  const typer = PERSONSTATUSTYPER.filter(() => random() < 0.6);
  const fra = 1930 + Math.floor(random() * 80);

  return {
    ...ALLE,
    personstatustyper: typer.length === 0 ? ['bosatt'] : typer,
    kjoenn: maybe(0.4, () => pick(['kvinne', 'mann'])),
    foedselsaar: maybe(0.6, () => ({
      fra: random() < 0.2 ? null : fra,
      til: random() < 0.2 ? 2_100 : fra + 30,
    })),
    sivilstandstype: maybe(0.3, () => pick(['gift', 'ugift'])),
    statsborgerskap: maybe(0.2, () => pick(['NOR', 'SWE'])),
  };
}

const toLinjer = (ndjson: string): string[] => ndjson.split('\n').filter((linje) => linje !== '');
const toKilde = (utvalg: Utvalg) => ({ kilde: { slag: 'tilpasset' as const, utvalg } });

test(`R-11: the file is what the register's documents say, for criteria drawn from ${SEED}`, async () => {
  const random = createRandom(SEED);
  const utvalg = Array.from({ length: BESTILLINGER }, () => drawUtvalg(random));
  p.start();
  const idAlle = await p.create(toKilde(ALLE));
  const ider: string[] = [];
  for (const ett of utvalg) ider.push(await p.create(toKilde(ett)));
  await waitForTilstand(p.owner, idAlle, 'klar', 60_000);
  const alle = toLinjer(await p.read(idAlle));
  expect(alle.length).toBeGreaterThan(250);
  let ikkeTomme = 0;
  for (const [nr, ett] of utvalg.entries()) {
    const id = ider[nr] ?? '';
    await waitForTilstand(p.owner, id, 'klar', 60_000);
    const ventet = alle.filter((linje) => isAmong(linje, ett));
    const { rows } = await p.owner.query('select from uttrekk.fil where uttrekk_id = $1', [id]);
    // Of nobody at all there is no file.
    const linjer = rows.length === 0 ? [] : toLinjer(await p.read(id));
    expect(linjer.toSorted(), JSON.stringify(ett)).toEqual(ventet.toSorted());
    if (ventet.length > 0) ikkeTomme += 1;
  }
  expect(ikkeTomme).toBeGreaterThan(BESTILLINGER / 2);
});
