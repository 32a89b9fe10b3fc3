/** The log is the same however it is asked, costs what it must, and does what it is told. */
import { expect, test } from 'vitest';
import { listElementer } from '../befolkning/dokumentlesing.ts';
import { formatNummer } from '../befolkning/personnummer.ts';
import { at } from '../befolkning/skjelett.ts';
import { BESTILLBARE } from './bestilling.ts';
import {
  findGjeldende,
  findHjem,
  findKommunenummer,
  getAlder,
  getStatus,
  isGjeldende,
  listRelaterte,
} from './lesing.ts';
import { createProeve, DOEGN, listAlle, listDokumenter, MINUTT, START } from './proeve/levende.ts';

test('asked often or seldom, in small steps or one leap, the log and the documents are the same', async () => {
  const valg = { antall: 1000, vedStart: 500, perMinutt: 30 };
  const ofte = await createProeve(valg);
  const sjelden = await createProeve(valg);
  for (let nr = 0; nr < 180; nr++) {
    ofte.klokke.tid += 20_000;
    ofte.hendelser.logg.list(ofte.hendelser.logg.siste(), 3);
    ofte.hendelser.getDokument(nr * 5);
  }
  await sjelden.wait(60 * MINUTT);
  expect(listAlle(ofte.hendelser)).toEqual(listAlle(sjelden.hendelser));
  expect(listDokumenter(ofte)).toEqual(listDokumenter(sjelden));
  const annet = await createProeve({ ...valg, froe: 6 });
  expect(listAlle(annet.hendelser)).not.toEqual(listAlle(sjelden.hendelser).slice(0, 500));
});

test('without a rate and without anything at start nothing happens, and documents are as the ground has them', async () => {
  const { hendelser, grunn, wait } = await createProeve({ antall: 300 });
  expect([hendelser.logg.siste(), hendelser.antall()]).toEqual([0, 0]);
  await wait(MINUTT);
  expect(hendelser.logg.list(0, 1000)).toEqual([]);
  expect(hendelser.getDokument(200)).toEqual(grunn.createDokument(200));
});

test('so many a minute happen as the rate says, and a new rate counts from when it is set', async () => {
  const { hendelser, wait } = await createProeve({ antall: 1000, perMinutt: 60, vedStart: 100 });
  const vedStart = hendelser.antall();
  expect(vedStart).toBeGreaterThanOrEqual(100);
  expect(vedStart).toBeLessThan(115);
  await wait(10 * MINUTT);
  expect(Math.abs(hendelser.antall() - vedStart - 600)).toBeLessThan(15);
  await hendelser.setPerMinutt(0);
  const foer = hendelser.antall();
  await wait(10 * MINUTT);
  expect(hendelser.antall()).toBe(foer);
  await hendelser.setPerMinutt(600);
  await wait(MINUTT);
  expect(Math.abs(hendelser.antall() - foer - 600)).toBeLessThan(15);
});

test('a caller who comes late waits for some of it only, and gets the rest by and by', async () => {
  const { hendelser, klokke } = await createProeve({ antall: 20_000, perMinutt: 20_000 });
  klokke.tid += MINUTT;
  const foerst = hendelser.logg.siste();
  expect(hendelser.antall()).toBeLessThan(5000);
  expect(hendelser.logg.siste()).toBeGreaterThan(foerst);
  await hendelser.runAlt();
  expect(hendelser.antall()).toBeGreaterThanOrEqual(20_000);
});

test('a hendelse costs a handful of documents, one that is read costs one, whatever has happened to others', async () => {
  const proeve = await createProeve({ antall: 20_000 });
  await proeve.hendelser.setPerMinutt(10_000);
  const foer = proeve.countDokumenter();
  await proeve.wait(MINUTT);
  expect((proeve.countDokumenter() - foer) / 10_000).toBeLessThan(3);
  const foerLesing = proeve.countDokumenter();
  for (let person = 0; person < 500; person++) proeve.hendelser.getDokument(person);
  proeve.hendelser.logg.list(0, 1000);
  expect(proeve.countDokumenter() - foerLesing).toBe(500);
});

test('what is due by the calendar happens on its day: d-numbers become inactive, children come of age', async () => {
  const { hendelser, grunn, wait } = await createProeve({ antall: 5000 });
  await wait(800 * DOEGN);
  const alle = listAlle(hendelser);
  expect(new Set(alle.map(({ hendelsestype }) => hendelsestype))).toEqual(
    new Set(['endringIStatus', 'endringIForeldreansvar', 'endringIDeltBosted']),
  );
  for (let person = grunn.skjelett.foerste; person < grunn.skjelett.antall; person++) {
    const dokument = hendelser.getDokument(person);
    const status = listElementer(dokument, 'status').at(-1);
    const alder = (START + 799 * DOEGN - Date.parse(String(status?.gyldighetstidspunkt))) / DOEGN;
    if (status?.status === 'midlertidig' && alder > 1826) expect(getStatus(dokument)).toBe('inaktiv');
    const harAnsvarlig = listElementer(dokument, 'foreldreansvar').some(
      (e) => isGjeldende(e) && e.ansvarssubjekt === formatNummer(at(grunn.skjelett.nummer, person)),
    );
    const myndig = START / DOEGN + 799 - at(grunn.skjelett.foedt, person) > 18 * 365.25 + 1;
    expect(harAnsvarlig && myndig).toBe(false);
  }
  for (const { person, tid, hendelsestype } of alle) {
    const dokument = hendelser.getDokument(person);
    if (hendelsestype === 'endringIStatus') {
      expect(getStatus(dokument)).toBe('inaktiv');
      const [, foer] = listElementer(dokument, 'status');
      const alder = tid - Date.parse(String(foer?.gyldighetstidspunkt));
      expect(Math.abs(alder / DOEGN - 1826)).toBeLessThan(1.2);
    }
    const nummer = formatNummer(at(grunn.skjelett.nummer, person));
    const ansvarlige = listElementer(dokument, 'foreldreansvar').filter((e) => e.ansvarssubjekt === nummer);
    for (const ansvar of ansvarlige) expect(ansvar.erGjeldende).toBe(false);
  }
});

test('unik strikes everybody once who is one in the register, and cannot be had twice', async () => {
  const { hendelser, grunn } = await createProeve({ antall: 2000, vedStart: 300 });
  const foer = hendelser.antall();
  expect(await hendelser.utloesUnik()).toBe(true);
  expect(await hendelser.utloesUnik()).toBe(false);
  const rammet = new Set<number>();
  for (const { person, hendelsestype } of listAlle(hendelser).slice(foer)) {
    expect(hendelsestype).toBe('endringIIdentitetsgrunnlag');
    expect(rammet.has(person)).toBe(false);
    rammet.add(person);
  }
  for (let person = 0; person < grunn.skjelett.antall; person++) {
    const dokument = hendelser.getDokument(person);
    const status = findGjeldende(dokument, 'identitetsgrunnlag')?.identitetsgrunnlagstatus;
    expect(status === 'unik').toBe(rammet.has(person));
    if (!rammet.has(person)) expect(getStatus(dokument)).toBe('opphoert');
  }
  const [siste] = hendelser.logg.list(hendelser.logg.siste(), 1);
  const [endring] =
    hendelser.logg.findHendelsesdokument(siste?.hendelsesdokument ?? '')?.egenskapshendelser ?? [];
  expect(endring).toMatchObject({
    entitet: 'identitetsgrunnlag',
    entitetsendring: 'registrereNy',
    identitetsgrunnlag: { legitimasjonskontroll: 'unik' },
  });
});

test('a mass event can be spread over time, and others live on meanwhile', async () => {
  const { hendelser, wait } = await createProeve({ antall: 2000, perMinutt: 10 });
  await hendelser.utloesUnik(100);
  await wait(5 * MINUTT);
  const unike = () =>
    listAlle(hendelser).filter((h) => h.hendelsestype === 'endringIIdentitetsgrunnlag').length;
  expect(Math.abs(unike() - 501)).toBeLessThan(3);
  expect(hendelser.antall() - unike()).toBeGreaterThan(40);
  await wait(30 * MINUTT);
  expect(unike()).toBeGreaterThan(1950);
});

test('a kommunereform gives every resident the new number under the old validity, and who moves there later too', async () => {
  const proeve = await createProeve({ antall: 6000 });
  const { hendelser } = proeve;
  const foer = listDokumenter(proeve);
  expect(await hendelser.utloesKommunereform()).toBe(true);
  const rammet = new Map(listAlle(hendelser).map((h) => [h.person, h]));
  const gamle = new Set([...rammet.keys()].map((person) => findKommunenummer(foer[person] ?? {})));
  expect(gamle.size).toBeGreaterThan(1);
  for (const [person, dokument] of foer.entries()) {
    const bor = getStatus(dokument) === 'bosatt' && gamle.has(findKommunenummer(dokument) ?? '-');
    expect(rammet.has(person)).toBe(bor);
    if (!bor) continue;
    const [ny, kopi] = listElementer(hendelser.getDokument(person), 'bostedsadresse');
    const gammel = findGjeldende(dokument, 'bostedsadresse');
    expect(kopi).toEqual({ ...gammel, erGjeldende: false });
    expect(ny).toMatchObject({ erGjeldende: true, kilde: 'Matrikkelen' });
    expect([ny?.gyldighetstidspunkt, ny?.flyttedato]).toEqual([
      gammel?.gyldighetstidspunkt,
      gammel?.flyttedato,
    ]);
  }
  await hendelser.setPerMinutt(5000);
  await proeve.wait(MINUTT);
  for (const dokument of listDokumenter(proeve)) {
    if (getStatus(dokument) === 'bosatt') expect(gamle.has(findKommunenummer(dokument) ?? '-')).toBe(false);
  }
});

test('reforms come to an end when every county has had one', async () => {
  const { hendelser } = await createProeve({ antall: 200 });
  let antall = 0;
  while (await hendelser.utloesKommunereform()) antall++;
  expect(antall).toBe(15);
});

test.each(BESTILLBARE.filter((handling) => handling !== 'annullering'))(
  '«%s» can be ordered for somebody it can happen to, and is told at once',
  async (handling) => {
    const { hendelser, grunn } = await createProeve({ antall: 3000 });
    let numre: number[] = [];
    for (let person = grunn.skjelett.foerste; numre.length === 0; person++)
      numre = await hendelser.bestill(handling, person);
    expect(hendelser.logg.list(0, 100).map(({ sekvensnummer }) => sekvensnummer)).toEqual(numre);
    expect(hendelser.logg.list(0, 1)[0]?.tid).toBe(START);
  },
);

test('a child moves with her mother, never by herself', async () => {
  const { hendelser, grunn } = await createProeve();
  let flyttet = 0;
  for (let person = grunn.skjelett.foerste; flyttet < 20; person++) {
    const foer = hendelser.getDokument(person);
    if (getAlder(foer, START / DOEGN) >= 18) continue;
    const numre = await hendelser.bestill('flytting', person);
    if (numre.length === 0) continue;
    const flyttere = hendelser.logg.list(numre[0] ?? 0, numre.length).map((h) => h.person);
    const mor = hendelser.findPerson(listRelaterte(foer, 'mor')[0] ?? '') ?? -1;
    expect(flyttere).toContain(person);
    if (findHjem(grunn.createDokument(mor)) !== undefined) expect(flyttere).toContain(mor);
    flyttet++;
  }
});

test('what cannot happen to a person does not, and leaves no trace', async () => {
  const { hendelser, grunn } = await createProeve();
  const doed = Array.from({ length: 3000 }, (_, person) => person).find(
    (person) => getStatus(grunn.createDokument(person)) === 'doed',
  );
  for (const handling of ['flytting', 'vigsel', 'doedsfall', 'annullering', 'navneendring'] as const)
    expect(await hendelser.bestill(handling, doed ?? -1)).toEqual([]);
  expect(hendelser.logg.siste()).toBe(0);
});

test('an ordered death is undone by an ordered annullering, for the one left behind too', async () => {
  const { hendelser, grunn } = await createProeve();
  let numre: number[] = [];
  let person = grunn.skjelett.foerste - 1;
  while (numre.length < 2) numre = await hendelser.bestill('doedsfall', ++person);
  const alene = hendelser.logg.list(numre[1] ?? 0, 1)[0]?.person ?? -1;
  expect(getStatus(hendelser.getDokument(person))).toBe('doed');
  expect(findGjeldende(hendelser.getDokument(alene), 'sivilstand')?.sivilstand).toMatch(/^enke|^gjenlevende/);
  expect(await hendelser.bestill('annullering', person)).toHaveLength(2);
  expect(hendelser.getDokument(person)).toEqual(grunn.createDokument(person));
  expect(hendelser.getDokument(alene)).toEqual(grunn.createDokument(alene));
  expect(
    hendelser.logg
      .list(0, 1000)
      .slice(-2)
      .map((h) => h.hendelsestype),
  ).toEqual(['personErReaktivert', 'endringISivilstand']);
});

test('a listener hears of everybody whom a search may find differently, after it has happened', async () => {
  const { hendelser, wait } = await createProeve({ antall: 1000 });
  const hoert = new Set<number>();
  hendelser.listen((person) => {
    hoert.add(person);
    expect(hendelser.getDokument(person)).toBeDefined();
  });
  await hendelser.setPerMinutt(1000);
  await wait(MINUTT);
  const stille = new Set(['personErOppdatert', 'endringIKontaktinformasjon']);
  const ventet = listAlle(hendelser).filter(
    ({ hendelsestype }) =>
      !stille.has(hendelsestype) && hendelsestype !== 'endringIBostedsadresseUtenFlytting',
  );
  for (const { person } of ventet) expect(hoert.has(person)).toBe(true);
  expect(hoert.size).toBeGreaterThan(100);
});
