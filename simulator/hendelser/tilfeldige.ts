/**
 * What happens by chance: the kind is drawn first, then somebody it can happen to. The scenario persons are never
 * drawn. The shares are guesses that look plausible and no statistics. Assumption.
 */
import { findDoedsdag } from '../befolkning/livsloep.ts';
import { formatNummer } from '../befolkning/personnummer.ts';
import { at, getSlag, type Skjelett, type Slag } from '../befolkning/skjelett.ts';
import { hash, toAndel, toHeltall } from '../befolkning/tilfeldig.ts';
import type { Loggbok } from './loggbok.ts';
import { planAnnullering } from './planer/annullering.ts';
import * as familie from './planer/familie.ts';
import * as flytting from './planer/flytting.ts';
import * as identitet from './planer/identitet.ts';
import type { Plan, Plangrunnlag, Planlagt } from './planer/plan.ts';

/** Whether it is worth looking at the person's document: asked of many, so it must cost little. */
type Sil = (s: Skjelett, person: number) => boolean;

const isSlag =
  (...slag: Slag[]): Sil =>
  (s, person) =>
    slag.includes(getSlag(s, person));
const isBosatt: Sil = (s, person) =>
  isSlag('vanlig', 'innvandret')(s, person) && findDoedsdag(s, person) === undefined;
const isDoed: Sil = (s, person) => findDoedsdag(s, person) !== undefined;
const hasPartner: Sil = (s, person) => at(s.partner, person) !== 0 && isBosatt(s, person);
const isEldre: Sil = (s, person) => at(s.foedt, person) < -3500 && isBosatt(s, person);

type Mulighet = { andel: number; sil: Sil; plan: Plan };

const MULIGHETER: readonly Mulighet[] = [
  { andel: 330, sil: isBosatt, plan: flytting.planFlytting },
  {
    andel: 160,
    sil: isSlag('vanlig', 'innvandret', 'utflyttet', 'dnummer'),
    plan: flytting.planPostadresse,
  },
  { andel: 60, sil: isEldre, plan: familie.createDoedsplan(true) },
  { andel: 80, sil: isBosatt, plan: identitet.planNavneendring },
  { andel: 45, sil: isBosatt, plan: flytting.planUtflytting },
  { andel: 45, sil: isSlag('vanlig', 'innvandret', 'utflyttet'), plan: flytting.planInnflytting },
  { andel: 30, sil: isBosatt, plan: familie.planVigsel },
  { andel: 14, sil: hasPartner, plan: familie.planSeparasjon },
  { andel: 14, sil: hasPartner, plan: familie.planSkilsmisse },
  { andel: 30, sil: isSlag('innvandret'), plan: identitet.planStatsborgerskap },
  { andel: 4, sil: isBosatt, plan: identitet.createBeskyttelsesplan() },
  { andel: 3, sil: isBosatt, plan: identitet.planBeskyttelseOpphevet },
  { andel: 35, sil: isBosatt, plan: flytting.planRettetBosted },
  { andel: 20, sil: isBosatt, plan: identitet.planRettetNavn },
  { andel: 15, sil: isBosatt, plan: identitet.planRettetFoedselsdato },
  { andel: 4, sil: isDoed, plan: familie.planRettetDoedsdato },
  { andel: 5, sil: isSlag('dnummer'), plan: identitet.planDublett },
];
const ANDEL_ANNULLERING = 25;
const SUM = 1000;
/** How many are looked at, and how many of their documents, before the kind is given up. */
const FORSOEK = 80;
const FORSOEK_MED_DOKUMENT = 6;
/** How far back something may lie that is annulled. */
const ANNULLERBARE = 4000;

/**
 * Act number `nr`; `annullerbarFra` is the first entry that may be annulled. Never none, since a machine correction (personErOppdatert)
 * can strike anybody.
 */
export function planTilfeldig(
  grunnlag: Plangrunnlag,
  bok: Loggbok,
  nr: number,
  annullerbarFra: number,
): Planlagt[] {
  const { s } = grunnlag;
  const h = hash(s.froe, nr, 0x5446);
  const g = { ...grunnlag, h };
  let trekk = toAndel(hash(h, 1)) * SUM;
  if (trekk < ANDEL_ANNULLERING && bok.antall() > 0) {
    const indeks = bok.antall() - 1 - (hash(h, 2) % Math.min(bok.antall(), ANNULLERBARE));
    const kanAnnulleres = indeks >= annullerbarFra && bok.getPerson(indeks) >= s.foerste;
    const plan = kanAnnulleres ? planAnnullering(bok, indeks) : undefined;
    if (plan !== undefined) return plan;
  }
  trekk -= ANDEL_ANNULLERING;
  for (const mulighet of MULIGHETER) {
    if (trekk < mulighet.andel && trekk >= 0) {
      const plan = findPlan(g, mulighet);
      if (plan !== undefined) return plan;
    }
    trekk -= mulighet.andel;
  }
  return [{ person: drawGjeldende(g), slag: 'oppdatert', argument: 0 }];
}

/** Anybody who is still one in the register; the first who was drawn when chance finds none. */
function drawGjeldende({ s, h, findPerson }: Plangrunnlag): number {
  for (let nr = 0; nr < FORSOEK; nr++) {
    const person = drawPerson(s, h, nr);
    if (findPerson(formatNummer(at(s.nummer, person))) === person) return person;
  }
  return drawPerson(s, h, 0);
}

function drawPerson(s: Skjelett, h: number, nr: number): number {
  return toHeltall(hash(h, 3, nr), s.foerste, s.antall - 1);
}

function findPlan(g: Plangrunnlag, { sil, plan }: Mulighet): Planlagt[] | undefined {
  let dokumenter = 0;
  for (let nr = 0; nr < FORSOEK && dokumenter < FORSOEK_MED_DOKUMENT; nr++) {
    const person = drawPerson(g.s, g.h, nr);
    if (!sil(g.s, person)) continue;
    dokumenter++;
    const planlagt = plan(g, person);
    if (planlagt !== undefined) return planlagt;
  }
  return undefined;
}
