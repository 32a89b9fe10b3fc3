/**
 * What is found when rows are sealed: a row whose mark is not over what it says, or that has none; one that is there twice;
 * one that says another time; and one that its writer says was written and that is not there. It begins with the first
 * batch after it came into use, whose rows are believed. What a writer says was true before it said it, so when its word
 * is among what is to be sealed, every row that it speaks of is too, or was before.
 */
import 'server-only';
import { z } from 'zod';
import type { PoolClient } from '#lib/server/db/pool.ts';
import { describeRad, findMerke, type Radform } from '#lib/server/revisjonslogg/forsegling/radform.ts';
import type { Radbatch } from '#lib/server/revisjonslogg/forsegling/take-rader.ts';
import { openLivstegn } from '#lib/server/revisjonslogg/merke/livstegn.ts';
import { type Merkehode, openMerke } from '#lib/server/revisjonslogg/merke/merke.ts';
import { toLestMerketekst } from '#lib/server/revisjonslogg/merke/merketekst.ts';
import type { Skriverfunn, Skriverstander } from '#lib/server/revisjonslogg/merke/skriverfiler.ts';
import {
  createSkriver,
  type Skriver,
  type Skriverstand,
} from '#lib/server/revisjonslogg/merke/skriverstand.ts';
import { listUekteUavklarte } from '#lib/server/revisjonslogg/merke/uavklarte.ts';
import type { Revisjonsnoekler } from '#lib/server/revisjonslogg/noekler.ts';

/** As much as the clocks of writer and database may be apart before nobody is served, and then as much to wait. */
const TIME_SLACK_MS = 2 * 60_000;
/** A writer that has ended is remembered while a copy of its rows would not be seen by its time. */
const HUSK_SLUTT_MS = 60 * 60_000;
/** One that was killed never says that it ends. */
const HUSK_MS = 366 * 24 * 60 * 60_000;

const Livstegn = z.object({ merke: z.instanceof(Buffer), xid: z.string() });
const LIVSTEGN = 'select merke, xid::text from revisjonslogg.livstegn where xid < $1::xid8 order by xid';

/** When a row's own number says that it was made (UUID version 7), in ms. */
const toLaget = (radId: string): number => Number.parseInt(radId.replace('-', '').slice(0, 12), 16);

type Radfeil = Extract<Skriverfunn, { rad: unknown }>['slag'];
type Skrivere = { moett: Map<string, Skriver>; get(hode: Merkehode, erTrodd: boolean): Skriver };

/** The writers of a batch as they are met. One that is met among rows that are believed may have written before. */
function createSkrivere(kjente: Skriverstander['skrivere']): Skrivere {
  const moett = new Map<string, Skriver>();

  return {
    moett,
    get({ skriver, kvittert }, erTrodd) {
      const known = moett.get(skriver);
      if (known) return known;
      const ny = { neste: erTrodd ? kvittert : 0, sett: [], tomme: [], erSlutt: false };
      const fresh = createSkriver(kjente[skriver] ?? ny);
      moett.set(skriver, fresh);

      return fresh;
    },
  };
}

/** One row with a mark. */
function checkMerket(
  rad: Radform,
  merke: string,
  noekler: Revisjonsnoekler,
  getSkriver: (hode: Merkehode) => Skriver,
): Radfeil | null {
  const hode = openMerke(noekler, Buffer.from(merke, 'hex'), toLestMerketekst(rad));
  if (!hode) return 'merke-feil';
  const skriver = getSkriver(hode);
  const isNew = skriver.see(hode.nummer);
  skriver.hear(hode);
  if (!isNew) return 'merke-gjentatt';
  const { radId, tidspunkt } = describeRad(rad);

  // A time that is none is not near it either.
  return Math.abs(toLaget(radId) - Date.parse(tidspunkt)) <= TIME_SLACK_MS ? null : 'merke-tid';
}

async function hearLivstegn(
  client: PoolClient,
  vannmerke: bigint,
  noekler: Revisjonsnoekler,
  getSkriver: (hode: Merkehode, xid: string) => Skriver,
): Promise<void> {
  for (const row of (await client.query(LIVSTEGN, [`${vannmerke}`])).rows) {
    const { merke, xid } = Livstegn.parse(row);
    const hode = openLivstegn(noekler, merke);
    if (!hode) continue;
    const skriver = getSkriver(hode, xid);
    skriver.hear(hode);
    if (hode.erSlutt) skriver.end();
  }
}

/** Those that are still to be known, with those of this batch as they are now. */
function toStander(
  kjente: Skriverstander['skrivere'],
  moett: Skrivere['moett'],
  naa: string,
): Skriverstander['skrivere'] {
  const isHusket = ({ sist, erSlutt }: Skriverstand): boolean =>
    Date.parse(naa) - Date.parse(sist) < (erSlutt ? HUSK_SLUTT_MS : HUSK_MS);
  const nye = [...moett].map(([navn, skriver]) => [navn, skriver.toStand(naa)] as const);

  return Object.fromEntries([...Object.entries(kjente).filter(([, stand]) => isHusket(stand)), ...nye]);
}

/** `indeks` is the leaf of the first row, null where that is not known. */
type Bladbatch = Radbatch & { indeks: number | null };

/** What a batch showed, and what is known of the writers after it. */
export type Sett = { stander: Skriverstander; funn: Skriverfunn[] };

/** Each row by itself. `isUekte` is asked of those without a mark. */
function checkRader(
  { rader, indeks, tidspunkt: sett }: Bladbatch,
  noekler: Revisjonsnoekler,
  isUekte: (rad: Radform) => boolean,
  getSkriver: (hode: Merkehode, xid: string) => Skriver,
): Skriverfunn[] {
  return rader.flatMap((rad, at) => {
    const { id, tidspunkt, xid } = describeRad(rad);
    const merke = findMerke(rad);
    const umerket = isUekte(rad) ? 'merke-feil' : null;
    const slag = merke === null ? umerket : checkMerket(rad, merke, noekler, (hode) => getSkriver(hode, xid));
    const sted = { id, tidspunkt, indeks: indeks === null ? null : indeks + at };

    return slag === null ? [] : [{ slag, rad: sted, sett }];
  });
}

/**
 * @param client in the snapshot that the rows were read in
 * @param kjent what was known after the batch before; null for the first of all
 */
export async function checkBatch(
  client: PoolClient,
  kjent: Skriverstander | null,
  batch: Bladbatch,
  noekler: Revisjonsnoekler,
): Promise<Sett> {
  const { rader, vannmerke, synlig, tidspunkt: sett } = batch;
  const kjente = kjent?.skrivere ?? {};
  const fra = kjent?.fra ?? synlig;
  const isTrodd = (xid: string): boolean => BigInt(xid) < fra;
  const skrivere = createSkrivere(kjente);
  const getSkriver = (hode: Merkehode, xid: string) => skrivere.get(hode, isTrodd(xid));
  const umerkede = rader.filter((rad) => findMerke(rad) === null && !isTrodd(describeRad(rad).xid));
  const uekte = await listUekteUavklarte(client, umerkede);
  const feil = checkRader(batch, noekler, (rad) => uekte.has(rad), getSkriver);
  await hearLivstegn(client, vannmerke, noekler, getSkriver);
  const hull = [...skrivere.moett].flatMap(([skriver, en]) =>
    en.takeHull().map((ett) => ({ slag: 'skriver-hull' as const, skriver, ...ett, sett })),
  );

  return {
    stander: { fra, vannmerke, skrivere: toStander(kjente, skrivere.moett, sett) },
    funn: [...feil, ...hull],
  };
}
