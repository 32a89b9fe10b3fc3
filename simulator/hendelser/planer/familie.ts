/** People marry, part, and die; the other is told in the same act. */
import { getTekst, listElementer } from '../../befolkning/dokumentlesing.ts';
import { findDoedsdag } from '../../befolkning/livsloep.ts';
import { at, getSlag, SLEKT } from '../../befolkning/skjelett.ts';
import { hash, toAndel, toHeltall } from '../../befolkning/tilfeldig.ts';
import { GIFT, SEPARERT } from '../endringer/familie.ts';
import { toHjemargument } from '../hjem.ts';
import {
  findGjeldende,
  findHjem,
  getAlder,
  getGjeldendeTekst,
  getGradering,
  getStatus,
  listRelaterte,
} from '../lesing.ts';
import { createFlyttinger, isMindreaarig, listMedBarn } from './husstand.ts';
import { listMedlemmer, type Medlem, type Plan, type Plangrunnlag, type Planlagt } from './plan.ts';

const LEDIG = new Set([
  'ugift',
  'skilt',
  'enkeEllerEnkemann',
  'skiltPartner',
  'gjenlevendePartner',
  'uoppgitt',
]);
const FORSOEK_PAA_PARTNER = 40;
const STOERSTE_ALDERSFORSKJELL_DAGER = 4000;
/** Nobody younger dies, so that no child under 18 is left without parents. Assumption. */
const YNGSTE_DOEDE = 56;

const getSivilstand = (medlem: Medlem) => getGjeldendeTekst(medlem.dokument, 'sivilstand', 'sivilstand');

function canGifteSeg(g: Plangrunnlag, medlem: Medlem): boolean {
  return (
    findHjem(medlem.dokument) !== undefined &&
    getGradering(medlem.dokument) === 'ugradert' &&
    LEDIG.has(getSivilstand(medlem)) &&
    !isMindreaarig(g, medlem)
  );
}

/** Somebody of about the same age from another family. */
function findPartner(g: Plangrunnlag, person: number): Medlem | undefined {
  const { s } = g;
  for (let nr = 0; nr < FORSOEK_PAA_PARTNER; nr++) {
    const annen = toHeltall(hash(g.h, 10, nr), s.foerste, s.antall - 1);
    const forskjell = Math.abs(at(s.foedt, annen) - at(s.foedt, person));
    if (Math.abs(annen - person) < SLEKT || forskjell > STOERSTE_ALDERSFORSKJELL_DAGER) continue;
    if (getSlag(s, annen) === 'opphoert' || findDoedsdag(s, annen) !== undefined) continue;
    const medlem = { person: annen, dokument: g.getDokument(annen) };
    if (canGifteSeg(g, medlem)) return medlem;
  }
  return undefined;
}

/** The two marry and move together, with the children that must live with them. */
export const planVigsel: Plan = (g, person) => {
  const selv = { person, dokument: g.getDokument(person) };
  if (!canGifteSeg(g, selv)) return undefined;
  const annen = findPartner(g, person);
  if (annen === undefined) return undefined;
  const flyttere = [...listMedBarn(g, person), ...listMedBarn(g, annen.person)];
  return [
    { person, slag: 'vigsel', argument: annen.person },
    { person: annen.person, slag: 'vigsel', argument: person },
    ...createFlyttinger(g, flyttere, toHjemargument(person, hash(g.h, 11))),
  ];
};

/** The spouse, when both documents say that they are married, or separated, to each other. */
function findEktefelle(
  g: Plangrunnlag,
  medlem: Medlem,
  sivilstander: ReadonlySet<string>,
): Medlem | undefined {
  const rad = findGjeldende(medlem.dokument, 'sivilstand') ?? {};
  if (!sivilstander.has(getTekst(rad, 'sivilstand'))) return undefined;
  const [annen] = listMedlemmer(g, [getTekst(rad, 'relatertVedSivilstand')]);
  const tilbake = getTekst(findGjeldende(annen?.dokument ?? {}, 'sivilstand') ?? {}, 'relatertVedSivilstand');
  return annen && g.findPerson(tilbake) === medlem.person ? annen : undefined;
}

function isILive({ dokument }: Medlem): boolean {
  const status = getStatus(dokument);
  return status === 'bosatt' || status === 'utflyttet';
}

/** One of the two moves out: not the one that children under 18 live with. */
export const planSeparasjon: Plan = (g, person) => {
  const selv = { person, dokument: g.getDokument(person) };
  const annen = findEktefelle(g, selv, GIFT);
  if (annen === undefined || !isILive(selv) || !isILive(annen)) return undefined;
  const hendelser: Planlagt[] = [
    { person, slag: 'separasjon', argument: annen.person },
    { person: annen.person, slag: 'separasjon', argument: person },
  ];
  const hjem = findHjem(selv.dokument);
  if (hjem === undefined || hjem === 'skjult' || hjem !== findHjem(annen.dokument)) return hendelser;
  const flytter = [selv, annen].find((en) => listMedBarn(g, en.person).length === 1);
  if (flytter === undefined) return hendelser;
  return [...hendelser, ...createFlyttinger(g, [flytter], toHjemargument(flytter.person, hash(g.h, 12)))];
};

export const planSkilsmisse: Plan = (g, person) => {
  const selv = { person, dokument: g.getDokument(person) };
  const annen = findEktefelle(g, selv, SEPARERT);
  if (annen === undefined || !isILive(selv) || !isILive(annen)) return undefined;
  return [
    { person, slag: 'skilsmisse', argument: annen.person },
    { person: annen.person, slag: 'skilsmisse', argument: person },
  ];
};

/** `medTilfeldighet`: the older, the likelier; without, for a death that is ordered, age does not matter. */
export function createDoedsplan(medTilfeldighet: boolean): Plan {
  return (g, person) => {
    const selv = { person, dokument: g.getDokument(person) };
    if (!isILive(selv)) return undefined;
    const alder = getAlder(selv.dokument, g.dag);
    const sannsynlighet = alder < YNGSTE_DOEDE ? 0 : Math.exp((alder - 95) / 10);
    if (medTilfeldighet && toAndel(hash(g.h, 13)) >= sannsynlighet) return undefined;
    const barn = listMedlemmer(g, listRelaterte(selv.dokument, 'barn'));
    if (barn.some((medlem) => isMindreaarig(g, medlem))) return undefined;
    const annen = findEktefelle(g, selv, new Set([...GIFT, ...SEPARERT]));
    const annenILive = annen !== undefined && isILive(annen) ? annen.person : undefined;
    if (annenILive === undefined) return [{ person, slag: 'doedsfall', argument: 0 }];
    return [
      { person, slag: 'doedsfall', argument: annenILive + 1 },
      { person: annenILive, slag: 'gjenlevende', argument: person },
    ];
  };
}

/** Only of who left nobody behind, whose documents would then tell of another day. */
export const planRettetDoedsdato: Plan = (g, person) => {
  const selv = { person, dokument: g.getDokument(person) };
  const harDato = listElementer(selv.dokument, 'doedsfall').some((e) => typeof e.doedsdato === 'string');
  if (!harDato || !LEDIG.has(getSivilstand(selv))) return undefined;
  return [{ person, slag: 'rettetDoedsdato', argument: 0 }];
};

/** A child turned 18: the child and everybody who was responsible are told, and delt bosted ends. */
export const planMyndig: Plan = (g, person) => {
  const dokument = g.getDokument(person);
  const ansvar = listElementer(dokument, 'foreldreansvar').filter((e) => e.erGjeldende === true);
  if (ansvar.length === 0) return undefined;
  const foreldre = listMedlemmer(g, [...new Set(ansvar.map((e) => getTekst(e, 'ansvarlig')))]);
  const hendelser: Planlagt[] = [{ person, slag: 'myndig', argument: person }];
  for (const forelder of foreldre)
    hendelser.push({ person: forelder.person, slag: 'myndig', argument: person });
  if (findGjeldende(dokument, 'deltBosted') !== undefined)
    hendelser.push({ person, slag: 'deltBostedSlutt', argument: 0 });
  return hendelser;
};

/** Whether anybody of the household is somebody's child under 18 elsewhere, with delt bosted here. */
export function hasDelteBarnUtenfor(g: Plangrunnlag, husstand: readonly Medlem[]): boolean {
  const her = new Set(husstand.map(({ person }) => person));
  return husstand.some((medlem) =>
    listMedlemmer(g, listRelaterte(medlem.dokument, 'barn')).some(
      (barn) => !her.has(barn.person) && findGjeldende(barn.dokument, 'deltBosted') !== undefined,
    ),
  );
}
