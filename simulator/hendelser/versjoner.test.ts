/** Every version stays as it was, and what a hendelse tells is what changed between two of them. */
import { beforeAll, expect, test } from 'vitest';
import type { Persondokument } from '../befolkning/befolkning.ts';
import { listElementer } from '../befolkning/dokumentlesing.ts';
import type { Hendelse } from './hendelseslogg.ts';
import { createProeve, DOEGN, listAlle, listDokumenter, type Proeve, START } from './proeve/levende.ts';

let proeve: Proeve;
let hendelser: Hendelse[];
/** The document before and after each hendelse, by the archive. */
let skritt: { hendelse: Hendelse; foer: Persondokument; etter: Persondokument | undefined }[];

const getVersjon = (id: string) => proeve.hendelser.logg.findPersondokument(id);

beforeAll(async () => {
  proeve = await createProeve({ froe: 1, antall: 1500, vedStart: 2500 });
  hendelser = listAlle(proeve.hendelser);
  const siste = new Map<number, Persondokument>();
  skritt = hendelser.map((hendelse) => {
    const { person, persondokument } = hendelse;
    const foer = siste.get(person) ?? proeve.grunn.createDokument(person);
    const etter = persondokument === undefined ? undefined : getVersjon(persondokument)?.dokument;
    siste.set(person, etter ?? {});
    return { hendelse, foer, etter };
  });
});

test('numbers rise with gaps, times never fall, and everything happened between the count and now', () => {
  const numre = hendelser.map(({ sekvensnummer }) => sekvensnummer);
  expect(numre).toEqual([...new Set(numre)].sort((a, b) => a - b));
  expect(numre.at(-1)).toBeGreaterThan(numre.length + 100);
  expect(proeve.hendelser.logg.siste()).toBe(numre.at(-1));
  const tider = hendelser.map(({ tid }) => tid);
  expect(tider).toEqual([...tider].sort((a, b) => a - b));
  expect(tider[0]).toBeGreaterThan(Date.parse('2026-01-01'));
  expect(tider[0]).toBeLessThan(Date.parse('2026-01-02'));
  expect(tider.at(-1)).toBeGreaterThan(START - DOEGN);
  expect(tider.at(-1)).toBeLessThanOrEqual(START);
  for (const { tid, ajourholdstidspunkt } of hendelser) expect(Date.parse(ajourholdstidspunkt)).toBe(tid);
});

test('the latest version is the document of now, and the first the one from before', () => {
  const { logg } = proeve.hendelser;
  const naa = listDokumenter(proeve);
  for (const [person, dokument] of naa.entries()) {
    const id = logg.findDokumentid(person, logg.siste());
    if (id === undefined) expect(listElementer(dokument, 'status')[0]).toMatchObject({ status: 'opphoert' });
    else expect(getVersjon(id)).toEqual({ person, dokument, tid: START });
    const foerste = logg.findDokumentid(person, 0) ?? '';
    expect(getVersjon(foerste)?.dokument).toEqual(proeve.grunn.createDokument(person));
  }
});

test('the version as of a number is the latest at or before it, and knows when it was superseded', () => {
  const { logg } = proeve.hendelser;
  for (const { person, persondokument, sekvensnummer, tid } of hendelser.slice(0, 800)) {
    expect(logg.findDokumentid(person, sekvensnummer)).toBe(persondokument);
    const forrige = logg.findDokumentid(person, sekvensnummer - 1) ?? '';
    expect(forrige).not.toBe(persondokument);
    expect(getVersjon(forrige)?.tid).toBe(tid);
  }
});

test('what was registered or corrected stands in the new version, and what was annulled is gone', () => {
  const sett = new Set<unknown>();
  for (const { hendelse, etter } of skritt) {
    const funn = proeve.hendelser.logg.findHendelsesdokument(hendelse.hendelsesdokument ?? '');
    if (hendelse.hendelsestype === 'personErOppdatert') {
      expect(hendelse.hendelsesdokument).toBeUndefined();
      continue;
    }
    expect(funn?.hendelse).toEqual(hendelse);
    expect(funn?.egenskapshendelser).not.toEqual([]);
    for (const { entitet, entitetsendring, ...innhold } of funn?.egenskapshendelser ?? []) {
      sett.add(entitetsendring);
      const [egenskap] = Object.keys(innhold);
      if (egenskap !== undefined)
        expect(String(entitet).replace('kontaktadresse', 'postadresse')).toBe(egenskap);
      if (entitetsendring === 'annullere') expect(innhold).toEqual({});
      else if (egenskap !== undefined && etter !== undefined) {
        const rader = listElementer(etter, egenskap).map(({ erGjeldende: _, ...rad }) => rad);
        expect(rader).toContainEqual(innhold[egenskap]);
      }
    }
  }
  expect([...sett].sort()).toEqual(['annullere', 'korrigere', 'registrereNy']);
});

test('a correction and an annullering leave no history', () => {
  const antallRader = (dokument: Persondokument, egenskap: string) =>
    listElementer(dokument, egenskap).length;
  let annullerte = 0;
  for (const { hendelse, foer, etter } of skritt) {
    if (etter === undefined) continue;
    const funn = proeve.hendelser.logg.findHendelsesdokument(hendelse.hendelsesdokument ?? '');
    for (const { entitet, entitetsendring } of funn?.egenskapshendelser ?? []) {
      const egenskap = String(entitet).replace('kontaktadresse', 'postadresse');
      if (entitetsendring === 'korrigere')
        expect(antallRader(etter, egenskap)).toBe(antallRader(foer, egenskap));
      if (entitetsendring === 'annullere' && hendelse.hendelsestype === 'endringIBostedsadresse') {
        expect(antallRader(etter, egenskap)).toBe(antallRader(foer, egenskap) - 1);
        annullerte++;
      }
    }
  }
  expect(annullerte).toBeGreaterThan(10);
});

test('the dead stay dead until the death is annulled', () => {
  const doede = new Set<number>();
  let annullerte = 0;
  let rettede = 0;
  for (const { hendelse, etter } of skritt) {
    const erDoed = listElementer(etter ?? {}, 'status')[0]?.status === 'doed';
    if (hendelse.hendelsestype === 'personErDoed') doede.add(hendelse.person);
    if (hendelse.hendelsestype === 'personErReaktivert') {
      if (!erDoed) {
        doede.delete(hendelse.person);
        annullerte++;
      } else rettede++;
    }
    if (doede.has(hendelse.person)) expect(erDoed).toBe(true);
  }
  expect(doede.size).toBeGreaterThan(5);
  expect(rettede).toBeGreaterThan(0);
  expect(annullerte).toBeGreaterThan(0);
});

test('an id that was never given, or that is one of a hendelse to come, leads nowhere', () => {
  const { logg } = proeve.hendelser;
  const [en] = hendelser;
  expect(logg.findPersondokument('0'.repeat(32))).toBeUndefined();
  expect(logg.findHendelsesdokument('tull')).toBeUndefined();
  expect(logg.findPersondokument(en?.hendelsesdokument ?? '')).toBeUndefined();
  expect(logg.findHendelsesdokument(en?.persondokument ?? '')).toBeUndefined();
  const ogsaaEn = hendelser.find(({ persondokument }) => persondokument === undefined);
  expect(ogsaaEn?.hendelsestype).toBe('personErOpphoertSomDublett');
});

test('pages begin at the number asked for, or after it in a gap, and end where the log does', () => {
  const { logg } = proeve.hendelser;
  const numre = hendelser.map(({ sekvensnummer }) => sekvensnummer);
  expect(logg.list(0, 10).map(({ sekvensnummer }) => sekvensnummer)).toEqual(numre.slice(0, 10));
  const hull = numre.findIndex((nummer, i) => i > 0 && nummer > (numre[i - 1] ?? 0) + 1);
  expect(logg.list((numre[hull - 1] ?? 0) + 1, 1)[0]?.sekvensnummer).toBe(numre[hull]);
  expect(logg.list(logg.siste() + 1, 10)).toEqual([]);
  expect(logg.findTid(logg.siste())).toBe(hendelser.at(-1)?.tid);
  expect(logg.findTid(logg.siste() + 1)).toBeUndefined();
});
