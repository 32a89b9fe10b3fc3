/**
 * One bulkoppslag from the first number to the last: parts of a thousand, two at a time, all one act. Rules: a part that
 * fails keeps the others, what has come stays, and nothing is asked again unless the user says so. It lives outside
 * React, so that going to a person and back does not stop or lose it.
 */
import { ApiFeil } from '#lib/client/api.ts';
import type { BulkRequest, BulkResult } from '#lib/domain/bulk/bulk.ts';
import { MAKS_I_DEL } from '#lib/domain/bulk/grenser.ts';
import type { AvvistGrunn, KildeFeil } from '#lib/domain/oppslag/oppslag.ts';
import type { Personrad } from '#lib/domain/person/personrad.ts';
import type { Kontekst } from '#lib/domain/session/session.ts';

/** At a time: the register takes more, but a caseworker's list shall not fill its queue. */
const MAKS_SAMTIDIGE = 2;
/** So many failures in a row are the register's state and not a part's: the rest is not tried into the same wall. */
const MAKS_FEIL_PAA_RAD = 3;

/** Why a part has no rows. */
export type Delfeil =
  | { slag: 'kilde'; grunn: KildeFeil; referanse: string }
  | { slag: 'portal'; feil: ApiFeil };

/** Why nothing more is sent although parts are left. */
export type Stans =
  | { slag: 'avbrutt' }
  | { slag: 'utlogget' }
  | { slag: 'svarerIkke'; feil: Delfeil }
  | { slag: 'avvist'; grunn: AvvistGrunn; referanse: string };

/** What is known of one number. */
export type Nummertilstand = Personrad | { utfall: 'venter' } | { utfall: 'feilet' };

export type Kjoeringstilstand = {
  /** `stopper`: what is under way is awaited, nothing more is sent. */
  fase: 'loeper' | 'stopper' | 'stanset' | 'ferdig';
  stans: Stans | null;
  /** Numbers, not parts. */
  totalt: number;
  hentet: number;
  feilet: number;
  /** The newest failure among those that stand. */
  sisteFeil: Delfeil | null;
  /** Estimated milliseconds left; null before anything is known. */
  igjenMs: number | null;
  /** What is known of the number at this place in the list. */
  getNummer(plass: number): Nummertilstand;
};

export type Bulkkjoering = {
  kontekst: Kontekst;
  subscribe(onChange: () => void): () => void;
  /** The same object until something changes. */
  getTilstand(): Kjoeringstilstand;
  /** Sends what has not been sent. */
  start(): void;
  stopp(): void;
  /** Sends what failed once more, and what is left. */
  proevMislykkede(): void;
};

type Del = { status: 'venter' | 'sendt' | 'hentet' | 'feilet'; rader: Personrad[]; feil: Delfeil | null };

type Oppsett = {
  numre: readonly string[];
  kontekst: Kontekst;
  send: (request: BulkRequest) => Promise<BulkResult>;
  /** Milliseconds of a clock that only goes forward. */
  naa: () => number;
};

/** A bulkoppslag that has not begun. */
export function createBulkkjoering({ numre, kontekst, send, naa }: Oppsett): Bulkkjoering {
  const deler: Del[] = Array.from({ length: Math.ceil(numre.length / MAKS_I_DEL) }, () => ({
    status: 'venter',
    rader: [],
    feil: null,
  }));
  const lyttere = new Set<() => void>();
  const numreI = (plass: number) => numre.slice(plass * MAKS_I_DEL, (plass + 1) * MAKS_I_DEL);
  let bulkId: string | null = null;
  let loeper = false;
  let stans: Stans | null = null;
  let feilPaaRad = 0;
  // For the estimate: since when it has run, and what has come since.
  let siden = naa();
  let hentetSiden = 0;
  let tilstand = createTilstand();

  function countNumre(status: Del['status']): number {
    return deler.reduce((sum, del, plass) => sum + (del.status === status ? numreI(plass).length : 0), 0);
  }

  function getNummer(plass: number): Nummertilstand {
    const del = deler[Math.floor(plass / MAKS_I_DEL)];
    if (del?.status === 'feilet') return { utfall: 'feilet' };
    return del?.rader[plass % MAKS_I_DEL] ?? { utfall: 'venter' };
  }

  function createTilstand(): Kjoeringstilstand {
    const [hentet, feilet, sendt] = [countNumre('hentet'), countNumre('feilet'), countNumre('sendt')];
    const igjen = numre.length - hentet - feilet;
    const perNummer = hentetSiden === 0 ? null : (naa() - siden) / hentetSiden;
    return {
      fase: loeper ? 'loeper' : sendt > 0 ? 'stopper' : igjen > 0 ? 'stanset' : 'ferdig',
      stans: igjen > 0 ? stans : null,
      totalt: numre.length,
      hentet,
      feilet,
      sisteFeil: deler.findLast(({ feil }) => feil !== null)?.feil ?? null,
      igjenMs: perNummer === null ? null : perNummer * igjen,
      getNummer,
    };
  }

  function announce(): void {
    tilstand = createTilstand();
    for (const lytter of lyttere) lytter();
  }

  function stopWith(grunn: Stans): void {
    loeper = false;
    // The first reason stands: a part that ends after "Stopp" does not change it.
    stans ??= grunn;
  }

  function takeResult(del: Del, result: BulkResult): void {
    if (result.utfall === 'avvist') {
      del.status = 'venter';
      stopWith({ slag: 'avvist', grunn: result.grunn, referanse: result.referanse });
      return;
    }
    bulkId = result.bulkId;
    if (result.utfall === 'kildefeil') {
      takeFeil(del, { slag: 'kilde', grunn: result.grunn, referanse: result.referanse });
      return;
    }
    feilPaaRad = 0;
    hentetSiden += result.rader.length;
    Object.assign(del, { status: 'hentet', rader: result.rader } satisfies Partial<Del>);
  }

  function takeFeil(del: Del, feil: Delfeil): void {
    Object.assign(del, { status: 'feilet', feil } satisfies Partial<Del>);
    feilPaaRad += 1;
    if (feilPaaRad >= MAKS_FEIL_PAA_RAD) stopWith({ slag: 'svarerIkke', feil });
  }

  async function sendDel(del: Del, plass: number): Promise<void> {
    del.status = 'sendt';
    try {
      takeResult(del, await send({ bulkId, numre: numreI(plass), ...kontekst }));
    } catch (error) {
      const feil = error instanceof ApiFeil ? error : new ApiFeil('INTERN_FEIL', null);
      if (feil.kode === 'IKKE_INNLOGGET') {
        del.status = 'venter';
        stopWith({ slag: 'utlogget' });
      } else takeFeil(del, { slag: 'portal', feil });
    }
    sendNeste();
  }

  function sendNeste(): void {
    // Until the first part has named the act, there is nothing for a second to belong to.
    const plasser = bulkId === null ? 1 : MAKS_SAMTIDIGE;
    while (loeper && deler.filter(({ status }) => status === 'sendt').length < plasser) {
      const plass = deler.findIndex(({ status }) => status === 'venter');
      const del = deler[plass];
      if (!del) break;
      void sendDel(del, plass);
    }
    if (deler.every(({ status }) => status !== 'venter' && status !== 'sendt')) loeper = false;
    announce();
  }

  function start(): void {
    if (loeper) return;
    [loeper, stans, feilPaaRad, siden, hentetSiden] = [true, null, 0, naa(), 0];
    sendNeste();
  }

  return {
    kontekst,
    subscribe(onChange) {
      lyttere.add(onChange);
      return () => lyttere.delete(onChange);
    },
    getTilstand: () => tilstand,
    start,
    stopp() {
      stopWith({ slag: 'avbrutt' });
      announce();
    },
    proevMislykkede() {
      for (const del of deler) {
        if (del.status === 'feilet')
          Object.assign(del, { status: 'venter', feil: null } satisfies Partial<Del>);
      }
      start();
    },
  };
}
