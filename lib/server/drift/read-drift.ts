/**
 * How the portal is doing now, read from where each thing is known. Reading it must work when much else does not: what
 * cannot be read is a fault of the page, never a figure that looks fine.
 */
import 'server-only';
import { mkdir, statfs } from 'node:fs/promises';
import { z } from 'zod';
import { Driftsstatus } from '#lib/domain/drift/drift.ts';
import { listSluttende } from '#lib/domain/tilgang/tilgang.ts';
import { getTilgang } from '#lib/server/config.ts';
import { query } from '#lib/server/db/pool.ts';
import { getLeserPool, getPortalPool } from '#lib/server/db/pools.ts';
import { readKlokkeavvik } from '#lib/server/drift/klokkeavvik.ts';
import { getEnv } from '#lib/server/env.ts';
import { getFregClient } from '#lib/server/freg/freg-client.ts';
import { Egne } from '#lib/server/http/egne.ts';
import { findKrrClient } from '#lib/server/krr/krr-client.ts';
import { listKallforsinkelser, listUkjente } from '#lib/server/log/maaling.ts';
import {
  listForseglingsalarmer,
  readForseglingsstatus,
} from '#lib/server/revisjonslogg/forsegling/forseglingsstatus.ts';
import { openNote, parseKontrollnoekkel } from '#lib/server/revisjonslogg/forsegling/note.ts';
import { getPortalversjon } from '#lib/server/versjon.ts';

/** 80 % of 60 000 calls a minute for each address (freg-contract.md section 1.5, security.md R-06). */
const KVOTE_PER_MINUTT = 48_000;
/** Jobs at the register at once (section 1.5): behind that many, an uttrekk waits as it should. */
const MAKS_JOBBER = 10;
/** What the register promises for each service, in seconds (freg-contract.md section 1.5). */
const GRENSER: Record<string, number> = {
  'GET personer/{id}': 0.5,
  'GET personer/entydigsoek': 2,
  'GET personer/soek': 2,
  'POST personer/bulkoppslag': 10,
};
const DAG_MS = 86_400_000;

const Portalrad = z.object({
  i_arbeid: z.coerce.number(),
  venter: z.coerce.number(),
  eldste: z.date().nullable(),
  manifest: z.string().nullable(),
  holdes: z.coerce.number(),
  lest_til: z.date().nullable(),
  brukt: z.coerce.number(),
  postgres: z.string(),
  migrering: z.string(),
});

const PORTAL = `select
  (select count(*) from uttrekk.uttrekk
    where tilstand in ('iKoe', 'bestilt', 'venterPaaRegisteret', 'henter', 'ferdigstiller')) as i_arbeid,
  (select count(*) from uttrekk.uttrekk where tilstand in ('venterPaaGodkjenning', 'ukjent')) as venter,
  (select min(siste) from (select max(m.tidspunkt) as siste
     from uttrekk.uttrekk u join uttrekk.merknad m on m.uttrekk_id = u.id
     where u.tilstand = 'iKoe' and u.oenske = 'kjoer' group by u.id) koe
   where (select count(*) from uttrekk.jobb where tilstand in ('sendes', 'bestilt', 'ukjent')) < ${MAKS_JOBBER}) as eldste,
  (select manifest from uttrekk.fil where tilstand = 'klar' and manifest is not null
    order by opprettet desc limit 1) as manifest,
  holdt.antall as holdes, holdt.lest_til,
  (select coalesce(max(brukt), 0) from uttrekk.kallkvote where minutt > now() - interval '10 minutes') as brukt,
  current_setting('server_version') as postgres,
  (select max(navn) from drift.migrering) as migrering
  from (select count(u.id) as antall, min(coalesce(o.ajour, o.opprettet)) as lest_til
    from uttrekk.oppdatering o left join uttrekk.uttrekk u on u.id = o.uttrekk_id
    where o.pakke is not null or (u.tilstand = 'klar' and uttrekk.slettes(u) > now() and not o.for_gammel)) holdt`;

const Leserrad = z.object({ uavklarte: z.coerce.number() });
const LESER = `select count(*) as uavklarte from revisjonslogg.rad
  where slag = 'UNRESOLVED' and tidspunkt > now() - interval '1 day'`;

function readSertifikat(lest: number): Driftsstatus['sertifikat'] {
  const funnet = getFregClient().getSertifikat();
  if ('grunn' in funnet) return { navn: null, utloeper: null, dagerIgjen: null, grunn: funnet.grunn };
  const { navn, utloeper } = funnet.sertifikat;
  const dagerIgjen = Math.floor((utloeper.getTime() - lest) / DAG_MS);

  return { navn, utloeper: utloeper.toISOString(), dagerIgjen, grunn: null };
}

function listKrr(): Driftsstatus['krr'] {
  const tjenester = findKrrClient()?.listTjenester() ?? null;

  return (
    tjenester?.map(({ siste, ...tjeneste }) => ({
      ...tjeneste,
      siste: siste && { svarte: siste.svarte, tidspunkt: siste.tidspunkt.toISOString() },
    })) ?? null
  );
}

async function readSvartider(): Promise<Driftsstatus['svartider']> {
  const forsinkelser = await listKallforsinkelser();

  return forsinkelser.flatMap(({ mal, antall, innen }) => {
    const grenseSekunder = GRENSER[mal];
    return grenseSekunder === undefined
      ? []
      : [{ mal, antall, innenGrensen: innen[grenseSekunder] ?? 0, grenseSekunder }];
  });
}

async function readDisk(): Promise<Driftsstatus['disk']> {
  const { FIL_MAPPE } = getEnv();
  await mkdir(FIL_MAPPE, { recursive: true });
  const { bavail, blocks, bsize } = await statfs(FIL_MAPPE);

  return { ledigeBytes: bavail * bsize, alleBytes: blocks * bsize };
}

/** Whoever gets a file is given this key to check it by: with another one than the worker's she would trust none. */
function isSignedWith(offentlig: string, manifest: string): boolean {
  try {
    return openNote(manifest, [parseKontrollnoekkel(offentlig)]) !== null;
  } catch {
    return false;
  }
}

/** Whole seconds, and never less than none: the database's clock may be a little ahead. */
const secondsSince = (tidspunkt: Date | null, lest: number): number =>
  tidspunkt === null ? 0 : Math.max(0, Math.floor((lest - tidspunkt.getTime()) / 1000));

/** The figures of this moment. Throws when the database or the disk does not answer. */
export async function readDriftsstatus(): Promise<Driftsstatus> {
  const lest = Date.now();
  const [[portal], [leser], forsegling, avvikMs, svartider, disk] = await Promise.all([
    query(getPortalPool(), Portalrad, PORTAL),
    query(getLeserPool(), Leserrad, LESER),
    readForseglingsstatus(getLeserPool(), getEnv().VITNE_MAPPE),
    readKlokkeavvik(getPortalPool(), Date.now),
    readSvartider(),
    readDisk(),
  ]);
  const rad = Portalrad.parse(portal);
  const { i_arbeid, venter, eldste, manifest, holdes, lest_til, brukt, postgres, migrering } = rad;

  return {
    lest: new Date(lest).toISOString(),
    sertifikat: readSertifikat(lest),
    aapneKretser: getFregClient().listAapneKretser(),
    krr: listKrr(),
    svartider,
    kvote: { brukt, grense: KVOTE_PER_MINUTT },
    uttrekk: {
      iArbeid: i_arbeid,
      venterPaaNoen: venter,
      eldsteIKoe: eldste === null ? null : eldste.toISOString(),
      kanKontrolleres: manifest === null || isSignedWith(getEnv().MANIFEST_OFFENTLIG, manifest),
    },
    hendelser: { holdes, eldste: lest_til?.toISOString() ?? null },
    revisjonslogg: {
      uavklarteSisteDoegn: Leserrad.parse(leser).uavklarte,
      sisteSjekkpunkt: forsegling.sisteSjekkpunkt?.toISOString() ?? null,
      etterslepSekunder: secondsSince(forsegling.eldsteUforseglet, lest),
      alarmer: listForseglingsalarmer(forsegling, new Date(lest)),
    },
    klokke: { avvikMs },
    ukjente: Driftsstatus.shape.ukjente.parse(await listUkjente()),
    grupper: listSluttende(getTilgang(), new Date(lest)),
    disk,
    versjoner: { portal: getPortalversjon(), node: process.version, postgres, migrering },
  };
}

/** The figures for the drift page. */
export async function readDrift(): Promise<Egne<Driftsstatus>> {
  return new Egne(Driftsstatus, await readDriftsstatus());
}
