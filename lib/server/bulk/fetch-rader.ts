/**
 * One bulk call within an act: intend, ask, disclose. Everybody who was asked for is a subject of the INTENT, and
 * everybody who was shown, also as "no answer", one of the DISCLOSED (security.md A-14). Those who are closed to the user
 * are not asked for, or thrown away when the answer says who they are, and have a DENIED of the same act (Z-04, Z-07).
 */
import 'server-only';
import { isAppError } from '#lib/domain/feil.ts';
import type { KildeFeil } from '#lib/domain/oppslag/oppslag.ts';
import type { Personrad } from '#lib/domain/person/personrad.ts';
import { RADEGENSKAPER } from '#lib/domain/person/personrad.ts';
import type { StengtGrunn } from '#lib/domain/personregel/personregel.ts';
import type { Kontekst } from '#lib/domain/session/session.ts';
import { presentRader, type Radpost } from '#lib/server/bulk/present-rader.ts';
import { getFregClient } from '#lib/server/freg/freg-client.ts';
import type { Bulkpost, Bulksvar, FregFeil } from '#lib/server/freg/freg-svar.ts';
import type { Kall } from '#lib/server/http/route.ts';
import { log } from '#lib/server/log/log.ts';
import { toKildefeil } from '#lib/server/oppslag/to-kildefeil.ts';
import type { Regler, Vakt } from '#lib/server/personregel/create-vakt.ts';
import { openVakt } from '#lib/server/personregel/open-vakt.ts';
import { sumRegler, toReglerILogg } from '#lib/server/personregel/show-regler.ts';
import type { Act, Plan } from '#lib/server/revisjonslogg/create-revisjonslogg.ts';
import type { Disclosed } from '#lib/server/revisjonslogg/disclosed.ts';
import { getRevisjonslogg } from '#lib/server/revisjonslogg/revisjonslogg.ts';

export type Radspoersmaal = {
  handling: 'SOEK' | 'BULK';
  kontekst: Kontekst;
  deler: string[];
  numre: readonly string[];
  /** The act that the call belongs to. */
  handlingId: string;
};

/** What the answer is made into: `rader`, or why there are none. */
export type Radsvar =
  | { kind: 'rader'; rader: Personrad[] }
  | { kind: 'kildefeil'; grunn: KildeFeil; proevIgjenOmMs: number | null };

type Caller = Pick<Kall<unknown>, 'session' | 'requestId' | 'signal'>;

type Sak<T> = {
  spoersmaal: Radspoersmaal;
  caller: Caller;
  vakt: Vakt;
  toResult: (svar: Radsvar) => T;
};

const toPlan = ({ spoersmaal, caller }: Sak<unknown>, numre: readonly string[]): Plan => ({
  aktoer: caller.session,
  handling: spoersmaal.handling,
  ...spoersmaal.kontekst,
  deler: spoersmaal.deler,
  subjekter: numre,
  kriterier: { numre },
});

/** A DENIED for each rule, with those it closes. */
async function denyStengte(sak: Sak<unknown>, stengte: ReadonlyMap<string, StengtGrunn>): Promise<void> {
  const { handlingId } = sak.spoersmaal;
  for (const grunn of new Set(stengte.values())) {
    const numre = [...stengte].filter(([, hennes]) => hennes === grunn).map(([nummer]) => nummer);
    await getRevisjonslogg().deny(toPlan(sak, numre), null, grunn, handlingId);
  }
}

/** The posts as they may be used: who the answer shows to be closed is left out, and said to be. */
async function judgePoster(
  sak: Sak<unknown>,
  poster: readonly Bulkpost[],
): Promise<{ poster: Radpost[]; regler: Regler }> {
  const funnet = poster.filter((post) => post.utfall === 'funnet');
  const dommer = await sak.vakt.judge(funnet);
  const etterNummer = new Map(funnet.map(({ nummer }, i) => [nummer, dommer[i]]));
  const stengte = new Map<string, StengtGrunn>();
  const regler: Regler[] = [];
  const svart = poster.map((post): Radpost => {
    if (post.utfall !== 'funnet') return post;
    const dom = etterNummer.get(post.nummer);
    if (dom?.grunn === null) {
      regler.push(dom.regler);
      return { ...post, dokument: dom.dokument };
    }
    stengte.set(post.nummer, dom?.grunn ?? 'kanIkkeAvgjoeres');

    return { nummer: post.nummer, utfall: 'ikkeTilgang' };
  });
  await denyStengte(sak, stengte);

  return { poster: svart, regler: sumRegler(regler) };
}

async function discloseSvar<T>(sak: Sak<T>, act: Act, svar: Bulksvar | FregFeil): Promise<Disclosed<T>> {
  const { spoersmaal, caller, toResult } = sak;
  if (svar.kind !== 'bulk') {
    const feil =
      svar.kind === 'ikkeFunnet'
        ? ({ grunn: 'ugyldigSvar', proevIgjenOmMs: null } as const)
        : toKildefeil(svar);

    return act.fail(toResult({ kind: 'kildefeil', ...feil }), feil.grunn);
  }
  const { deler, kontekst, numre } = spoersmaal;
  const { session, requestId } = caller;
  const { poster: judged, regler } = await judgePoster(sak, svar.poster);
  const svart = new Map(judged.map((post) => [post.nummer, post]));
  // Those who were not asked for stand where they stood in the list.
  const poster = numre.map((nummer) => svart.get(nummer) ?? ({ nummer, utfall: 'ikkeTilgang' } as const));
  const sett = { pakke: kontekst.pakke, deler };
  const { rader, subjekter } = await presentRader(
    poster,
    sett,
    session.rettigheter.skjermingsrett,
    new Date(),
  );
  const feilPersoner = rader.filter(({ utfall }) => utfall === 'feilPerson').length;
  if (feilPersoner > 0) log.error('bulk.feil-person', { antall: feilPersoner, requestId });
  const felter = RADEGENSKAPER.filter((egenskap) => deler.includes(egenskap));
  const antall = rader.length;

  return act.disclose(toResult({ kind: 'rader', rader }), {
    utfall: 'rader',
    subjekter,
    felter,
    antall,
    ...toReglerILogg(regler),
  });
}

/** The numbers that may be asked for, and those that the guard closes by number. */
async function splitNumre(vakt: Vakt, numre: readonly string[]) {
  const stengte = await vakt.findStengte(numre);

  return {
    aapne: numre.filter((nummer) => !stengte.has(nummer)),
    stengte: new Map([...stengte].map(([nummer, { grunn }]) => [nummer, grunn])),
  };
}

/** Asks about the numbers (at most 1 000) and discloses what `toResult` makes of the answer. */
export async function fetchRader<T>(
  spoersmaal: Radspoersmaal,
  caller: Caller,
  toResult: (svar: Radsvar) => T,
): Promise<Disclosed<T>> {
  const { kontekst, deler, numre, handlingId } = spoersmaal;
  const { signal, requestId } = caller;
  const vakt = await openVakt(caller);
  const sak = { spoersmaal, caller, vakt, toResult };
  const { aapne, stengte } = await splitNumre(vakt, numre);
  await denyStengte(sak, stengte);
  const act = await getRevisjonslogg().intend(toPlan(sak, aapne), handlingId);
  try {
    const svar: Bulksvar | FregFeil =
      aapne.length === 0
        ? { kind: 'bulk', poster: [], uteblitt: 0 }
        : await getFregClient().hentMange({ numre: aapne, pakke: kontekst.pakke, deler, signal, requestId });

    return await discloseSvar(sak, act, svar);
  } catch (error) {
    // A fault of ours: nothing was shown, and the log says so at once.
    if (!isAppError(error)) await act.fail(null, 'internFeil');
    throw error;
  }
}
