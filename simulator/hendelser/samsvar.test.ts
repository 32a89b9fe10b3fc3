/**
 * Whatever happens, the documents agree with each other and with the model: looked at again and again while thousands
 * of hendelser go by.
 */
import { beforeAll, expect, test } from 'vitest';
import type { Persondokument } from '../befolkning/befolkning.ts';
import { toNorskDag } from '../befolkning/dato.ts';
import { getObjekt, getTekst, listElementer } from '../befolkning/dokumentlesing.ts';
import { EGENSKAPER } from '../befolkning/egenskaper.ts';
import type { Innhold } from '../befolkning/element.ts';
import { formatNummer } from '../befolkning/personnummer.ts';
import { listUkjenteNoekler } from '../befolkning/proevemodell.ts';
import { at } from '../befolkning/skjelett.ts';
import {
  findGjeldende,
  findHjem,
  getAlder,
  getGradering,
  getStatus,
  isGjeldende,
  listRelaterte,
} from './lesing.ts';
import { createProeve, DOEGN, listAlle, listDokumenter, type Proeve } from './proeve/levende.ts';

const RUNDER = 3;

type Utsnitt = { dokumenter: Persondokument[]; dag: number };
let proeve: Proeve;
let utsnitt: Utsnitt[];

beforeAll(async () => {
  proeve = await createProeve({ vedStart: 3000 });
  utsnitt = [];
  for (let runde = 0; runde < RUNDER; runde++) {
    await proeve.hendelser.setPerMinutt(1);
    await proeve.wait(DOEGN);
    await proeve.hendelser.setPerMinutt(0);
    await proeve.wait(60 * DOEGN);
    utsnitt.push({ dokumenter: listDokumenter(proeve), dag: toNorskDag(proeve.klokke.tid) });
  }
}, 120_000);

const erVanlig = (person: number) => person >= proeve.grunn.skjelett.foerste;
const getNummer = (dokument: Persondokument) =>
  getTekst(findGjeldende(dokument, 'identifikasjonsnummer') ?? {}, 'foedselsEllerDNummer');

/** Runs through everybody in every snapshot, scenario persons left out: some break the rules on purpose. */
function forAlle(
  sjekk: (dokument: Persondokument, finn: (nummer: string) => Persondokument, dag: number) => void,
) {
  for (const { dokumenter, dag } of utsnitt) {
    const finn = (nummer: string) => dokumenter[proeve.hendelser.findPerson(nummer) ?? -1] ?? {};
    for (const [person, dokument] of dokumenter.entries()) if (erVanlig(person)) sjekk(dokument, finn, dag);
  }
}

test('every kind of thing happens', () => {
  const typer = new Set(listAlle(proeve.hendelser).map(({ hendelsestype }) => hendelsestype));
  expect([...typer].sort()).toEqual([
    'endringIAdressebeskyttelse',
    'endringIBostedsadresse',
    'endringIBostedsadresseUtenFlytting',
    'endringIDeltBosted',
    'endringIFoedsel',
    'endringIForeldreansvar',
    'endringIKontaktinformasjon',
    'endringINavn',
    'endringISivilstand',
    'endringIStatsborgerskap',
    'endringIStatus',
    'personErBosatt',
    'personErDoed',
    'personErOppdatert',
    'personErOpphoertSomDublett',
    'personErReaktivert',
    'personErUtflyttet',
    'personErViderefoertSomGjeldendeVedSammenslaaing',
  ]);
});

test('every current relation to a number stands in both documents with the roles exchanged', () => {
  let antall = 0;
  forAlle((dokument, finn) => {
    for (const relasjon of listElementer(dokument, 'familierelasjon').filter(isGjeldende)) {
      const annen = getTekst(relasjon, 'relatertPerson');
      if (annen === '') continue;
      const tilbake = listElementer(finn(annen), 'familierelasjon').some(
        (r) =>
          isGjeldende(r) &&
          getTekst(r, 'relatertPerson') === getNummer(dokument) &&
          r.relatertPersonsRolle === relasjon.minRolleForPerson &&
          r.minRolleForPerson === relasjon.relatertPersonsRolle,
      );
      if (!tilbake)
        expect.fail(`${getNummer(dokument)} -> ${annen}: ${String(relasjon.relatertPersonsRolle)}`);
      antall++;
    }
  });
  expect(antall).toBeGreaterThan(RUNDER * 3000);
});

test('who is married or separated is so to one who says the same, and nobody else is anybody’s spouse', () => {
  let antall = 0;
  forAlle((dokument, finn) => {
    const rad = findGjeldende(dokument, 'sivilstand') ?? {};
    const erSammen = ['gift', 'separert', 'registrertPartner', 'separertPartner'].includes(
      getTekst(rad, 'sivilstand'),
    );
    const ektefeller = listRelaterte(dokument, 'ektefelleEllerPartner');
    const lever = ['bosatt', 'utflyttet'].includes(getStatus(dokument));
    expect(ektefeller).toEqual(erSammen && lever ? [rad.relatertVedSivilstand] : []);
    if (!erSammen || !lever) return;
    expect(findGjeldende(finn(getTekst(rad, 'relatertVedSivilstand')), 'sivilstand')).toMatchObject({
      sivilstand: rad.sivilstand,
      sivilstandsdato: rad.sivilstandsdato,
      relatertVedSivilstand: getNummer(dokument),
    });
    antall++;
  });
  expect(antall).toBeGreaterThan(RUNDER * 500);
});

test('one entry is current where the register has one, and a home is where the status says', () => {
  forAlle((dokument) => {
    const antall = (egenskap: string) => listElementer(dokument, egenskap).filter(isGjeldende).length;
    const status = getStatus(dokument);
    for (const egenskap of ['identifikasjonsnummer', 'status', 'sivilstand'])
      expect(antall(egenskap)).toBe(1);
    if (status === 'opphoert') return;
    for (const egenskap of ['navn', 'kjoenn', 'foedsel']) expect(antall(egenskap)).toBe(1);
    expect(antall('statsborgerskap')).toBeGreaterThan(0);
    for (const egenskap of ['adressebeskyttelse', 'oppholdsadresse', 'postadresse', 'deltBosted'])
      expect(antall(egenskap)).toBeLessThan(2);
    if (status === 'bosatt')
      expect(antall('bostedsadresse')).toBe(getGradering(dokument) === 'strengtFortrolig' ? 0 : 1);
    if (status === 'utflyttet') expect(antall('bostedsadresse')).toBe(0);
    expect(dokument.doedsfall !== undefined).toBe(status === 'doed');
  });
});

test('children under 18 live where their mother lives, and delt bosted is a parent’s home', () => {
  let barn = 0;
  let delte = 0;
  forAlle((dokument, finn, dag) => {
    const hjem = findHjem(dokument);
    const [mor] = listRelaterte(dokument, 'mor');
    if (hjem === undefined || mor === undefined || getAlder(dokument, dag) >= 18) return;
    const morsHjem = findHjem(finn(mor));
    if (morsHjem !== undefined) {
      expect(hjem).toBe(morsHjem);
      barn++;
    }
    const delt = findGjeldende(dokument, 'deltBosted');
    if (delt === undefined) return;
    const foreldre = listRelaterte(dokument, 'mor', 'far', 'medmor').map(
      (nummer) => findGjeldende(finn(nummer), 'bostedsadresse')?.adresseIdentifikatorFraMatrikkelen,
    );
    expect(foreldre).toContain(delt.adresseIdentifikatorFraMatrikkelen);
    delte++;
  });
  expect(barn).toBeGreaterThan(RUNDER * 200);
  expect(delte).toBeGreaterThan(RUNDER * 3);
});

const ADRESSER = ['bostedsadresse', 'oppholdsadresse', 'deltBosted', 'postadresse', 'postadresseIUtlandet'];

test('who is fortrolig has every address graded, who is strengtFortrolig only the open one, others none graded', () => {
  const sett: Record<string, number> = {};
  forAlle((dokument) => {
    const gradering = getGradering(dokument);
    sett[gradering] = (sett[gradering] ?? 0) + 1;
    const grader = ADRESSER.flatMap((egenskap) => listElementer(dokument, egenskap)).map(
      (e) => e.adressegradering,
    );
    if (gradering === 'fortrolig') expect(grader).toEqual(grader.map(() => 'fortrolig'));
    else if (gradering === 'strengtFortrolig') expect(grader).toEqual(['ugradert']);
    else for (const grad of grader) expect(['ugradert', 'klientadresse']).toContain(grad);
  });
  expect(sett.fortrolig).toBeGreaterThan(RUNDER * 5);
  expect(sett.strengtFortrolig).toBeGreaterThan(RUNDER);
});

test('documents hold only keys of the model, metadata first, in the register’s order, and nothing empty', () => {
  const rekkefoelge: readonly string[] = EGENSKAPER;
  forAlle((dokument) => {
    expect(listUkjenteNoekler(dokument, 'Folkeregisterperson')).toEqual([]);
    const plasser = Object.keys(dokument).map((egenskap) => rekkefoelge.indexOf(egenskap));
    expect(plasser).toEqual([...plasser].sort((a, b) => a - b));
    expect(JSON.stringify(dokument)).not.toMatch(/null|\[\]|\{\}|undefined|NaN/);
    for (const egenskap of EGENSKAPER) {
      for (const oppfoering of listElementer(dokument, egenskap)) expectMetadata(oppfoering);
    }
  });
});

const METADATA = [
  'ajourholdstidspunkt',
  'erGjeldende',
  'kilde',
  'aarsak',
  'gyldighetstidspunkt',
  'opphoerstidspunkt',
];

function expectMetadata(oppfoering: Innhold): void {
  const felter = Object.keys(oppfoering);
  const metadata = felter.filter((felt) => METADATA.includes(felt));
  expect(felter.slice(0, metadata.length)).toEqual(METADATA.filter((felt) => metadata.includes(felt)));
  expect(metadata).toEqual(expect.arrayContaining(['erGjeldende', 'kilde']));
  if (oppfoering.opphoerstidspunkt !== undefined) expect(oppfoering.erGjeldende).toBe(false);
}

test('entries lie with the current ones first, then newest first', () => {
  forAlle((dokument) => {
    for (const egenskap of ['status', 'sivilstand', 'navn', 'bostedsadresse', 'statsborgerskap']) {
      const rader = listElementer(dokument, egenskap);
      const gjeldende = rader.map(isGjeldende);
      expect(gjeldende).toEqual([...gjeldende].sort((a, b) => Number(b) - Number(a)));
      const gamle = rader
        .filter((rad) => !isGjeldende(rad))
        .map((rad) => Date.parse(getTekst(rad, 'gyldighetstidspunkt')));
      expect(gamle).toEqual([...gamle].sort((a, b) => b - a));
    }
  });
});

test('every number leads to one person who has it, and a dublett’s to the one who goes on', () => {
  const { dokumenter } = utsnitt.at(-1) ?? { dokumenter: [] };
  const { skjelett } = proeve.grunn;
  let dubletter = 0;
  for (let person = skjelett.foerste; person < skjelett.antall; person++) {
    const nummer = formatNummer(at(skjelett.nummer, person));
    const eier = proeve.hendelser.findPerson(nummer) ?? -1;
    const numre = listElementer(dokumenter[eier] ?? {}, 'identifikasjonsnummer');
    const [treff, ...flere] = numre.filter((e) => e.foedselsEllerDNummer === nummer);
    expect(flere).toEqual([]);
    if (eier === person) continue;
    expect(treff).toMatchObject({ status: 'opphoert', erGjeldende: false });
    expect(getStatus(dokumenter[person] ?? {})).toBe('opphoert');
    dubletter++;
  }
  expect(dubletter).toBeGreaterThan(3);
});

test('nothing happens by chance to the named persons', () => {
  for (let person = 0; person < proeve.grunn.skjelett.foerste; person++) {
    expect(proeve.hendelser.getDokument(person)).toEqual(proeve.grunn.createDokument(person));
  }
});

test('the feed of a municipality holds exactly those who lived there before or after', () => {
  const kommune = (dokument: Persondokument | undefined) => {
    const bosted = findGjeldende(dokument ?? {}, 'bostedsadresse') ?? {};
    return (
      getTekst(getObjekt(bosted, 'vegadresse'), 'kommunenummer') ||
      getTekst(getObjekt(getObjekt(bosted, 'matrikkeladresse'), 'matrikkelnummer'), 'kommunenummer') ||
      getTekst(getObjekt(bosted, 'ukjentBosted'), 'bostedskommune')
    );
  };
  const { logg } = proeve.hendelser;
  const sist = new Map<number, string>();
  const ventet: number[] = [];
  for (const { sekvensnummer, person, persondokument } of listAlle(proeve.hendelser)) {
    const foer = sist.get(person) ?? kommune(proeve.grunn.createDokument(person));
    const etter =
      persondokument === undefined ? '' : kommune(logg.findPersondokument(persondokument)?.dokument);
    sist.set(person, etter);
    if (foer === '0301' || etter === '0301') ventet.push(sekvensnummer);
  }
  expect(logg.listForKommune(0, 1e6, '0301').map(({ sekvensnummer }) => sekvensnummer)).toEqual(ventet);
  expect(ventet.length).toBeGreaterThan(100);
});
