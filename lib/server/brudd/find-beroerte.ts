/**
 * Everybody affected by a breach: those named by the rows of its acts, and those in the uttrekk that it gave. Rule: what is
 * in doubt counts as shown, and an uttrekk that cannot be read is said, never taken for one without anybody.
 */
import 'server-only';
import { z } from 'zod';
import { addVisning, type Beroerte, type Bruddutvalg } from '#lib/domain/brudd/beroert.ts';
import { toUtfall } from '#lib/domain/innsyn/to-linjer.ts';
import { type Bruddrad, withBruddrader } from '#lib/server/brudd/list-bruddrader.ts';
import { type Pool, query } from '#lib/server/db/pool.ts';
import { openKonvolutt, type Revisjonsnoekler } from '#lib/server/revisjonslogg/noekler.ts';
import { unwrapNoekkel } from '#lib/server/uttrekk/filer/container.ts';
import { toMappesti } from '#lib/server/uttrekk/filer/mappe.ts';
import { listAlleMedlemmer } from '#lib/server/uttrekk/filer/medlemskap.ts';

export type Bruddeps = {
  /** Of role `forsegler`. */
  forsegler: Pool;
  /** Of role `portal`. */
  portal: Pool;
  noekler: Revisjonsnoekler;
  /** Null where the installation does not say: then no uttrekk can be read. */
  filer: { filKey: string; filMappe: string } | null;
};

export type Funnet = {
  beroerte: Beroerte;
  /** Numbers that stand in the envelopes of the acts: most of those affected. */
  nevnte: Set<string>;
  /** Uttrekk whose persons are not in the list, since their membership cannot be read. */
  uleste: string[];
};

const ENDER = ['DISCLOSED', 'DENIED', 'FAILED'];
const NUMMER = /(?<!\d)\d{11}(?!\d)/g;

/** What an act showed, or asked for where the row does not say. */
function listOpplysninger({ innhold: { felter, deler } }: Bruddrad): string[] {
  return felter.length > 0 ? felter.map((felt) => felt.split('.')[0] ?? felt) : deler;
}

/** The numbers that were asked for; none where the key is gone. */
function listNevnte(noekler: Revisjonsnoekler, { kall_id, konvolutt }: Bruddrad): string[] {
  if (konvolutt === null) return [];
  try {
    return openKonvolutt(noekler, kall_id, konvolutt).match(NUMMER) ?? [];
  } catch {
    // Whom it was about is in the list all the same, by reference.
    return [];
  }
}

/** Acts as their rows come by: a call that begins and is not seen to end is in doubt. */
function createSamler(noekler: Revisjonsnoekler, medUlastede: boolean) {
  const funnet: Funnet = { beroerte: new Map(), nevnte: new Set(), uleste: [] };
  const begynte = new Map<string, Bruddrad>();
  const uttrekk = new Map<string, Bruddrad[]>();

  function note(rad: Bruddrad, sikker: boolean): void {
    const { handling_id: handlingId, tidspunkt } = rad;
    // The row of an act in doubt says nothing of the parts; the one that began it does.
    const opplysninger = listOpplysninger(
      rad.slag === 'UNRESOLVED' ? (begynte.get(rad.kall_id) ?? rad) : rad,
    );
    const visning = { handlingId, sikker, opplysninger, tidspunkt: tidspunkt.toISOString() };
    for (const ref of rad.subjekter) addVisning(funnet.beroerte, ref.toString('hex'), visning);
    for (const nummer of listNevnte(noekler, rad)) funnet.nevnte.add(nummer);
  }

  /** Of the acts of an uttrekk one gives it to somebody. The others are work on it, and nobody sees anything by them. */
  function noteUttrekk(rad: Bruddrad): void {
    const id = rad.innhold.gjelder?.uttrekk;
    const gir = rad.handling === 'NEDLASTING' || (medUlastede && rad.handling === 'UTTREKK_KLAR');
    if (id !== undefined && gir) uttrekk.set(id, [...(uttrekk.get(id) ?? []), rad]);
  }

  function take(rad: Bruddrad): void {
    const utfall = toUtfall({ ...rad, gjelderHenne: true });
    if (utfall === 'underveis') begynte.set(rad.kall_id, rad);
    else if (utfall === 'lastetNed' || utfall === 'lagtIFil') noteUttrekk(rad);
    else if (utfall === 'vist' || utfall === 'uavklart') {
      note(rad, utfall === 'vist');
      if (utfall === 'uavklart') noteUttrekk(begynte.get(rad.kall_id) ?? rad);
    }
    if (ENDER.includes(rad.slag) || rad.slag === 'UNRESOLVED') begynte.delete(rad.kall_id);
  }

  return {
    funnet,
    uttrekk,
    take,
    finish(): void {
      for (const rad of begynte.values()) {
        note(rad, false);
        noteUttrekk(rad);
      }
    },
  };
}

const Medlemskap = z.object({
  uttrekk_id: z.string(),
  sjekksum: z.instanceof(Buffer),
  noekkel: z.instanceof(Buffer),
});
const MEDLEMSKAP = 'select uttrekk_id, sjekksum, noekkel from uttrekk.medlemskap where uttrekk_id::text = $1';

/** Everybody in an uttrekk, for each of the acts that gave it. False when that cannot be read. */
async function addMedlemmer(
  { portal, filer }: Bruddeps,
  beroerte: Beroerte,
  uttrekkId: string,
  rader: readonly Bruddrad[],
): Promise<boolean> {
  const [medlemskap] = await query(portal, Medlemskap, MEDLEMSKAP, [uttrekkId]);
  if (medlemskap === undefined || filer === null) return false;
  const mappe = { uttrekkId, sti: toMappesti(filer.filMappe, uttrekkId) };
  try {
    const noekkel = unwrapNoekkel(filer.filKey, uttrekkId, medlemskap.noekkel);
    for await (const ref of listAlleMedlemmer(mappe, { ...medlemskap, noekkel })) {
      for (const rad of rader) {
        addVisning(beroerte, ref.toString('hex'), {
          handlingId: rad.handling_id,
          sikker: rad.slag === 'DISCLOSED',
          opplysninger: listOpplysninger(rad),
          tidspunkt: rad.tidspunkt.toISOString(),
        });
      }
    }
  } catch {
    // Missing or not whole: whoever reads the list is told which.
    return false;
  }

  return true;
}

/** Reads the log and the uttrekk. @throws UkjentSesjon */
export async function findBeroerte(deps: Bruddeps, utvalg: Bruddutvalg): Promise<Funnet> {
  const samler = createSamler(deps.noekler, utvalg.uttrekk !== null);
  await withBruddrader(deps.forsegler, utvalg, samler.take);
  samler.finish();
  for (const [uttrekkId, rader] of samler.uttrekk) {
    const erLest = await addMedlemmer(deps, samler.funnet.beroerte, uttrekkId, rader);
    if (!erLest) samler.funnet.uleste.push(uttrekkId);
  }

  return samler.funnet;
}
