/** Who lives together, and who moves with whom: children under 18 always live where their mother does. */
import { getTekst } from '../../befolkning/dokumentlesing.ts';
import { findGjeldende, findHjem, getAlder, listRelaterte } from '../lesing.ts';
import { listMedlemmer, type Medlem, type Plangrunnlag, type Planlagt } from './plan.ts';

const MYNDIG = 18;
const FAMILIE = ['mor', 'far', 'medmor', 'barn', 'ektefelleEllerPartner'] as const;

export const isMindreaarig = (g: Plangrunnlag, { dokument }: Medlem): boolean =>
  getAlder(dokument, g.dag) < MYNDIG;

/** Everybody of the family who lives at the same address, the person first. */
export function listHusstand(g: Plangrunnlag, person: number): Medlem[] {
  const foerste: Medlem = { person, dokument: g.getDokument(person) };
  const hjem = findHjem(foerste.dokument);
  const husstand = [foerste];
  const sett = new Set([person]);
  if (hjem === undefined) return husstand;
  const kommune = g.getKommune(person);
  for (const medlem of husstand) {
    const nye = listRelaterte(medlem.dokument, ...FAMILIE).flatMap((nummer) => {
      const annen = g.findPerson(nummer);
      return annen === undefined || sett.has(annen) ? [] : [annen];
    });
    for (const annen of nye) {
      sett.add(annen);
      if (g.getKommune(annen) !== kommune) continue;
      const dokument = g.getDokument(annen);
      if (findHjem(dokument) === hjem) husstand.push({ person: annen, dokument });
    }
  }
  return husstand;
}

/** The household without those an adult child leaves behind who moves out from her parents. */
export function listFlyttere(g: Plangrunnlag, person: number): Medlem[] {
  const husstand = listHusstand(g, person);
  const [selv, ...andre] = husstand;
  if (selv === undefined || isMindreaarig(g, selv)) return husstand;
  const numre = (...roller: string[]) => new Set(listRelaterte(selv.dokument, ...roller));
  const bor = (roller: ReadonlySet<string>) =>
    andre.some((medlem) => roller.has(getNummer(medlem)) && medlem.person !== person);
  const hosForeldre = bor(numre('mor', 'far', 'medmor')) && !bor(numre('ektefelleEllerPartner', 'barn'));
  return hosForeldre ? [selv] : husstand;
}

/** The person and the children under 18 who live with her, as far as she is the one they must live with. */
export function listMedBarn(g: Plangrunnlag, person: number): Medlem[] {
  const husstand = listHusstand(g, person);
  const [selv] = husstand;
  if (selv === undefined) return [];
  const barn = new Set(listRelaterte(selv.dokument, 'barn'));
  const hjemme = new Set(husstand.map(getNummer));
  const skalMed = (medlem: Medlem) => {
    const [mor] = listRelaterte(medlem.dokument, 'mor');
    return mor === getNummer(selv) || mor === undefined || !hjemme.has(mor);
  };
  return husstand.filter(
    (medlem) =>
      medlem.person === person ||
      (barn.has(getNummer(medlem)) && isMindreaarig(g, medlem) && skalMed(medlem)),
  );
}

function getNummer({ dokument }: Medlem): string {
  return getTekst(findGjeldende(dokument, 'identifikasjonsnummer') ?? {}, 'foedselsEllerDNummer');
}

/**
 * One hendelse for each who moves to the home, and one for each child elsewhere whose delt bosted is with one of them.
 */
export function createFlyttinger(g: Plangrunnlag, flyttere: readonly Medlem[], argument: number): Planlagt[] {
  const med = new Set(flyttere.map(({ person }) => person));
  const flyttinger = flyttere.map(({ person }): Planlagt => ({ person, slag: 'flytting', argument }));
  const delte = flyttere.flatMap((flytter) =>
    listDelteBarn(g, flytter)
      .filter(({ person }) => !med.has(person))
      .map(({ person }): Planlagt => ({ person, slag: 'deltBostedFlyttet', argument })),
  );
  return [...flyttinger, ...delte];
}

/** The children whose delt bosted is the person's home. */
export function listDelteBarn(g: Plangrunnlag, { dokument }: Medlem): Medlem[] {
  const hjem = getTekst(
    findGjeldende(dokument, 'bostedsadresse') ?? {},
    'adresseIdentifikatorFraMatrikkelen',
  );
  if (hjem === '') return [];
  return listMedlemmer(g, listRelaterte(dokument, 'barn')).filter((barn) => {
    const delt = findGjeldende(barn.dokument, 'deltBosted');
    return delt !== undefined && delt.adresseIdentifikatorFraMatrikkelen === hjem;
  });
}
