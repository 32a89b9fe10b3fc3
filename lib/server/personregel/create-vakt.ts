/**
 * The guard of one act: who of the persons it is about is closed to this user. Asked twice, by number before the register
 * is, and by document before anything of it is used, since a search names nobody and people have more numbers than one.
 * Rule: what cannot be decided is closed (security.md Z-03, Z-04, Z-06, Z-07, Z-08, Z-10).
 */
import 'server-only';
import { listEgneNumre, listNevnteNumre, withholdNumre } from '#lib/domain/personregel/dokumentnumre.ts';
import type { Likhet } from '#lib/domain/personregel/likheter.ts';
import { isOverstyrbar, type StengtGrunn } from '#lib/domain/personregel/personregel.ts';
import type { PersonDokument } from '#lib/server/freg/freg-svar.ts';
import { log } from '#lib/server/log/log.ts';
import type { Spoerrer } from '#lib/server/personregel/fetch-naere.ts';
import {
  type Grunnlag,
  isSkjermet,
  judgeNummer,
  judgePerson,
  listSkjulte,
  type Persondom,
} from '#lib/server/personregel/judge-person.ts';
import { findLikheter } from '#lib/server/personregel/likhetsmerker.ts';
import { findNaerstaaende } from '#lib/server/personregel/naerstaaende.ts';
import {
  findNoedtilgang,
  listNoedtilganger,
  type Noedtilgang,
  sealNoekkel,
} from '#lib/server/personregel/noedtilgang-store.ts';
import type { Skjermingsliste } from '#lib/server/personregel/skjermingsliste.ts';

export type Vaktdeps = Parameters<typeof findNaerstaaende>[0] & { skjermingsliste: Skjermingsliste };

/** A person who is closed. `noekkel` asks for a nødtilgang, where one can be had. */
export type Stengt = { grunn: StengtGrunn; noekkel: string | null };

/** What stands in the row of what was shown: that a rule was not decided, or what put one aside. */
export type Regler = {
  ikkeVurdert: boolean;
  /** She is on the list, and the user has the right to it. */
  skjermet: boolean;
  noedtilgang: Pick<Noedtilgang, 'id' | 'utloeper'> | null;
  /** What she and the user have in common. */
  likheter: readonly Likhet[];
};

/** A document as it may be used: without the numbers of others who are closed, and by whose leave. */
export type Aapen = { grunn: null; dokument: PersonDokument; regler: Regler };

/** A document and the number that was asked for; null where none was. */
export type Vaktpost = { nummer: string | null; dokument: PersonDokument };

export type Vakt = {
  /** Who of these is closed, from the number alone; the others are open as far as that can tell. */
  findStengte(numre: readonly string[]): Promise<ReadonlyMap<string, Stengt>>;
  /** A verdict for each document, in their order. */
  judge(poster: readonly Vaktpost[]): Promise<(Stengt | Aapen)[]>;
};

/** The skjermingsliste's word on these; null when it could not be read: then nobody can be decided about. */
async function findSkjermede(
  { skjermingsliste }: Vaktdeps,
  { session, requestId }: Spoerrer,
  numre: ReadonlySet<string>,
): Promise<ReadonlySet<string> | null> {
  try {
    return await skjermingsliste.listSkjermede(session.skjermingsliste, numre);
  } catch (error) {
    log.error('personregel.uavgjort', { kode: 'skjermingsliste', requestId, error });
    return null;
  }
}

/** The nødtilganger that may open some of these; none when they could not be read, and then all stay closed. */
async function findNoedtilganger(
  { pool, key }: Vaktdeps,
  { session, requestId }: Spoerrer,
  dommer: readonly Persondom[],
): Promise<Noedtilgang[]> {
  const numre = dommer.filter(({ grunn }) => isOverstyrbar(grunn ?? '')).flatMap((dom) => dom.numre);
  if (numre.length === 0) return [];
  try {
    return await listNoedtilganger(pool, key, session.brukerId, numre);
  } catch (error) {
    log.error('personregel.uavgjort', { kode: 'noedtilgang', requestId, error });
    return [];
  }
}

/** The guard of one act. Throws REVISJONSLOGG_UTILGJENGELIG when what it has to ask cannot be written down. */
export async function createVakt(deps: Vaktdeps, spoerrer: Spoerrer): Promise<Vakt> {
  const naerstaaende = await findNaerstaaende(deps, spoerrer);
  const { key, utenNummer } = deps;
  const { brukerId, rettigheter } = spoerrer.session;
  const harRett = rettigheter.skjermede;
  const ikkeVurdert = naerstaaende.kind === 'ikkeVurdert';
  const egneMerker = naerstaaende.kind === 'kjent' ? naerstaaende.merker : null;

  /** What stands when nødtilganger have had their say: a closed person, or by what leave she is open. */
  function settle(
    { grunn, numre }: Persondom,
    noedtilganger: readonly Noedtilgang[],
    skjermet: boolean,
  ): Stengt | { grunn: null; regler: Regler } {
    const regler = {
      ikkeVurdert: ikkeVurdert || numre.length === 0,
      skjermet,
      noedtilgang: null,
      likheter: [],
    };
    if (grunn === null) return { grunn, regler };
    if (!isOverstyrbar(grunn)) return { grunn, noekkel: null };
    const noedtilgang = findNoedtilgang(noedtilganger, key, numre);
    if (noedtilgang !== null) return { grunn: null, regler: { ...regler, noedtilgang } };

    return { grunn, noekkel: sealNoekkel(key, brukerId, { regel: grunn, numre }) };
  }

  return {
    async findStengte(numre) {
      const dommer = numre.map((nummer) => judgeNummer(naerstaaende, nummer));
      const noedtilganger = await findNoedtilganger(deps, spoerrer, dommer);
      const stengte = new Map<string, Stengt>();
      for (const dom of dommer) {
        const svar = settle(dom, noedtilganger, false);
        if (svar.grunn !== null) stengte.set(dom.numre[0] ?? '', svar);
      }

      return stengte;
    },
    async judge(poster) {
      const lest = poster.map(({ nummer, dokument }) => {
        const egne = new Set([...(nummer === null ? [] : [nummer]), ...listEgneNumre(dokument)]);
        return { dokument, egne, nevnte: new Set([...listNevnteNumre(dokument), ...egne]) };
      });
      const alle = new Set(lest.flatMap(({ nevnte }) => [...nevnte]));
      const skjermede = await findSkjermede(deps, spoerrer, alle);
      const grunnlag: Grunnlag = { naerstaaende, skjermede, utenNummer, harRett };
      const dommer = lest.map((en) => ({ ...en, dom: judgePerson(grunnlag, [...en.egne], en.nevnte) }));
      const noedtilganger = await findNoedtilganger(
        deps,
        spoerrer,
        dommer.map(({ dom }) => dom),
      );

      return dommer.map(({ dokument, egne, nevnte, dom }) => {
        const svar = settle(dom, noedtilganger, harRett && isSkjermet(skjermede, dom.numre));
        if (svar.grunn !== null) return svar;
        const andres = [...nevnte].filter((nummer) => !egne.has(nummer));

        const regler = { ...svar.regler, likheter: findLikheter(key, egneMerker, dokument) };

        return { grunn: null, regler, dokument: withholdNumre(dokument, listSkjulte(grunnlag, andres)) };
      });
    },
  };
}
