/** An answer made from the log: the same one for the same person, period and moment, with or without the names. */
import 'server-only';
import { z } from 'zod';
import type { Innsynssvar } from '#lib/domain/innsyn/innsyn.ts';
import { type Innsynsrad, toInnsynslinjer } from '#lib/domain/innsyn/to-linjer.ts';
import { query } from '#lib/server/db/pool.ts';
import type { Innsynsdeps } from '#lib/server/innsyn/deps.ts';
import { findIUttrekk } from '#lib/server/innsyn/find-i-uttrekk.ts';
import { findLoggenFra, listRaderOm } from '#lib/server/innsyn/list-rader.ts';
import { type Svar, toSvarId } from '#lib/server/innsyn/svar-id.ts';
import { listTilbakehold } from '#lib/server/innsyn/tilbakehold-store.ts';
import { listSubjektRefs } from '#lib/server/revisjonslogg/noekler.ts';

const Bruker = z.object({ id: z.string(), navn: z.string() });

/** What to call whoever did it: the name we have for the user, and the log's own word where we have none. */
async function loadNavn(
  { pool }: Innsynsdeps,
  rader: readonly Innsynsrad[],
): Promise<(rad: Innsynsrad) => string> {
  const ider = [...new Set(rader.flatMap(({ brukerId }) => brukerId ?? []))];
  const brukere = await query(pool, Bruker, 'select id, navn from portal.bruker where id::text = any($1)', [
    ider,
  ]);
  const navn = new Map(brukere.map((bruker) => [bruker.id, bruker.navn]));

  return ({ brukerId, bruker }) => navn.get(brukerId ?? '') ?? bruker;
}

/**
 * Reads the log. The caller has written what it must say of that first.
 * @param navneavgjoerelse releases the names; null withholds them
 */
export async function makeSvar(
  deps: Innsynsdeps,
  brukerId: string,
  svar: Svar,
  navneavgjoerelse: Innsynssvar['navneavgjoerelse'],
): Promise<Innsynssvar> {
  const refs = svar.numre.flatMap((nummer) => listSubjektRefs(deps.noekler, nummer));
  const [slutt, laget] = [new Date(svar.til), new Date(svar.laget)];
  const periode = { fra: new Date(svar.fra), til: slutt < laget ? slutt : laget };
  const [egne, uttrekk, loggenFra] = await Promise.all([
    listRaderOm(deps.leser, refs, periode),
    findIUttrekk(deps, refs, periode),
    findLoggenFra(deps.leser),
  ]);
  // The search is not an answer to itself.
  const rader = [...egne.rader, ...uttrekk.rader].filter(({ handlingId }) => handlingId !== svar.handlingId);
  const [navn, holdt] = await Promise.all([
    navneavgjoerelse === null ? null : loadNavn(deps, rader),
    listTilbakehold(deps.pool, refs),
  ]);

  return {
    svarId: toSvarId(deps.svarKey, brukerId, svar),
    laget: svar.laget,
    fra: svar.fra,
    til: svar.til,
    linjer: toInnsynslinjer(rader, deps.formaalskatalog, { navn, holdt }),
    erAvkortet: egne.erAvkortet || uttrekk.erAvkortet,
    ubesvarteUttrekk: uttrekk.ubesvarte,
    loggenFra,
    navneavgjoerelse,
  };
}
