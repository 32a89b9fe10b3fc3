/**
 * From spor to acts that a person must look at: every rule, the score of each act, and the threshold. The same spor give
 * the same acts in the same order, whenever and wherever it is run (security.md D-09).
 */
import { findForklart } from './find-forklart.ts';
import type { Kontrollvalg } from './kontrollvalg.ts';
import { aldriHentet } from './regler/aldri-hentet.ts';
import { beskyttetPerson } from './regler/beskyttet-person.ts';
import { bestiltEtterAvslag } from './regler/bestilt-etter-avslag.ts';
import { avvistHosAnnen, nyttForsoek } from './regler/etter-avvisning.ts';
import { flereEnnAndre } from './regler/flere-enn-andre.ts';
import { flereEnnEllers } from './regler/flere-enn-ellers.ts';
import { gjentattInnsyn } from './regler/gjentatt-innsyn.ts';
import { gjentattNedlasting } from './regler/gjentatt-nedlasting.ts';
import { likhetsregler } from './regler/likheter.ts';
import { liteUttrekk } from './regler/lite-uttrekk.ts';
import { loggleser } from './regler/loggleser.ts';
import { createLokkeperson } from './regler/lokkeperson.ts';
import { mangeAvdekkinger } from './regler/mange-avdekkinger.ts';
import { mangePersoner } from './regler/mange-personer.ts';
import { naerstaaendeAvvist } from './regler/naerstaaende-avvist.ts';
import { nyNettleser } from './regler/ny-nettleser.ts';
import { populaerPerson } from './regler/populaer-person.ts';
import type { Regel } from './regler/regel.ts';
import { stoet } from './regler/stoet.ts';
import { utenSak } from './regler/uten-sak.ts';
import { utenforArbeidstid } from './regler/utenfor-arbeidstid.ts';
import type { Treff } from './sak.ts';
import { compareSpor, type Grunnlag, type Spor } from './spor.ts';

/** An act that became a case: the spor it is shown by, and what found it. */
export type Kandidat = { spor: Spor; treff: Treff[]; poeng: number; forklart: number; haster: boolean };

/** Every rule. @param lokkereferanser keyed references, hex */
export const listRegler = (lokkereferanser: ReadonlySet<string>): Regel[] => [
  utenSak,
  naerstaaendeAvvist,
  ...likhetsregler,
  populaerPerson,
  mangePersoner,
  flereEnnAndre,
  flereEnnEllers,
  stoet,
  utenforArbeidstid,
  nyNettleser,
  gjentattInnsyn,
  avvistHosAnnen,
  nyttForsoek,
  mangeAvdekkinger,
  liteUttrekk,
  gjentattNedlasting,
  bestiltEtterAvslag,
  aldriHentet,
  loggleser,
  beskyttetPerson,
  createLokkeperson(lokkereferanser),
];

type Funn = Treff & { spor: Spor; alltid: boolean };

function toFunn(regel: Regel, grunnlag: Grunnlag, valg: Kontrollvalg): Funn[] {
  const { id, versjon, alltid } = regel;
  const vekt = valg.vekter[id];
  return regel
    .find(grunnlag, valg)
    .map(({ spor, verdier }) => ({ regel: id, versjon, vekt, verdier, spor, alltid }));
}

const round = (poeng: number): number => Math.round(poeng * 100) / 100;

function toKandidat(funn: readonly Funn[], alle: readonly Spor[], valg: Kontrollvalg): Kandidat[] {
  // One act may be several calls: each rule counts once, and the act is shown by its first spor that was found.
  const [foerste] = funn.toSorted((a, b) => compareSpor(a.spor, b.spor));
  if (foerste === undefined) return [];
  const treff = [...new Map(funn.toReversed().map((ett) => [ett.regel, ett])).values()].toReversed();
  const forklart = findForklart(foerste.spor, alle, valg);
  const poeng = round(treff.reduce((sum, { vekt, alltid }) => sum + vekt * (alltid ? 1 : 1 - forklart), 0));
  const haster = treff.some(({ alltid }) => alltid);
  if (!haster && poeng < valg.terskel) return [];
  const rene = treff.map(({ regel, versjon, vekt, verdier }) => ({ regel, versjon, vekt, verdier }));
  return [{ spor: foerste.spor, treff: rene, poeng, forklart, haster }];
}

/** The acts of the period that are cases, in the order of time. */
export function vurderSpor(
  { nye, alle, ...vaner }: Grunnlag,
  regler: readonly Regel[],
  valg: Kontrollvalg,
): Kandidat[] {
  const ordnet = { nye: nye.toSorted(compareSpor), alle: alle.toSorted(compareSpor), ...vaner };
  const funn = regler.flatMap((regel) => toFunn(regel, ordnet, valg));
  const perHandling = Map.groupBy(funn, ({ spor }) => spor.handlingId);
  return [...perHandling.values()]
    .flatMap((sammen) => toKandidat(sammen, ordnet.alle, valg))
    .toSorted((a, b) => compareSpor(a.spor, b.spor));
}
