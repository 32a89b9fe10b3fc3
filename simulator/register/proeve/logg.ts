/** What the log of the feed's tests holds: one hendelse of everything that is treated differently, and some pages more. */
import { NUMMER } from './befolkning.ts';
import type { Proevehendelse } from './hendelser.ts';

/** The register's now in those tests. */
export const NAA = Date.parse('2026-11-21T12:00:00Z');

/** A document id: hendelse 3 has the document `toId(3)` and the version `toId(1_000_003)`. */
export const toId = (tall: number): string => tall.toString(16).padStart(32, '0');

/** A hendelse of the population's first person, a little before now. */
export function createHendelse(
  nr: number,
  type: string,
  resten: Partial<Proevehendelse> = {},
): Proevehendelse {
  const tid = NAA - 1_000_000 + nr;
  return {
    sekvensnummer: nr,
    person: 0,
    folkeregisteridentifikator: NUMMER.ola,
    hendelsestype: type,
    ajourholdstidspunkt: new Date(tid).toISOString().replace('Z', '+00:00'),
    tid,
    hendelsesdokument: toId(nr),
    persondokument: toId(1_000_000 + nr),
    kommune: '0301',
    ...resten,
  };
}

const GAMMEL = Date.parse('2023-11-21T11:59:59Z');

/** Gaps after 3 and 12; more than two pages, of which every third is personErOppdatert. */
export const LOGG: readonly Proevehendelse[] = [
  createHendelse(2, 'endringINavn', { tid: GAMMEL, erstattet: GAMMEL }),
  createHendelse(3, 'endringINavn', {
    egenskapshendelser: [
      { navn: { fornavn: '<b>&', etternavn: 'LYKT' }, entitet: 'navn', entitetsendring: 'registrereNy' },
      { entitet: 'navn', entitetsendring: 'annullere' },
    ],
  }),
  createHendelse(10, 'endringIUtflytting', {
    dokument: { adressebeskyttelse: [{ erGjeldende: true, graderingsnivaa: 'fortrolig' }] },
  }),
  createHendelse(11, 'endringIFamilierelasjon', { kommune: '4601' }),
  createHendelse(12, 'personErOpphoertSomDublett'),
  ...Array.from({ length: 2_400 }, (_, i) =>
    createHendelse(20 + i, i % 3 === 0 ? 'personErOppdatert' : 'endringIBostedsadresse', {
      kommune: i % 2 === 0 ? '0301' : '4601',
    }),
  ),
].map((hendelse) => {
  const { hendelsesdokument, persondokument, ...resten } = hendelse;
  if (hendelse.hendelsestype === 'personErOppdatert' && persondokument) return { ...resten, persondokument };
  if (hendelse.hendelsestype === 'personErOpphoertSomDublett' && hendelsesdokument)
    return { ...resten, hendelsesdokument };
  return hendelse;
});

/** The latest sekvensnummer. */
export const SISTE = 2_419;
