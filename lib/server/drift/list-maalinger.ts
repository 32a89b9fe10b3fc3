/** The figures as Prometheus reads them: those that were counted, and those of this moment. Nothing of a person. */
import 'server-only';
import type { Driftsstatus } from '#lib/domain/drift/drift.ts';
import { readDriftsstatus } from '#lib/server/drift/read-drift.ts';
import { type Avlesning, formatMaalinger } from '#lib/server/log/maaling.ts';

const one = (name: string, help: string, value: number): Avlesning => ({
  name,
  help,
  values: [{ labels: {}, value }],
});

function toAvlesninger(status: Driftsstatus): Avlesning[] {
  const { sertifikat, aapneKretser, kvote, uttrekk, hendelser, revisjonslogg, klokke, disk, versjoner } =
    status;
  const utloeper = sertifikat.utloeper === null ? 0 : Date.parse(sertifikat.utloeper) / 1000;

  return [
    one(
      'portal_sertifikat_utloeper_timestamp_seconds',
      'End of the certificate; 0 when none can be used',
      utloeper,
    ),
    {
      name: 'portal_krets_aapen',
      help: 'Services of the register that are not called now',
      values: aapneKretser.map((labels) => ({ labels, value: 1 })),
    },
    one('portal_kallkvote_brukt', 'Calls of uttrekk in the busiest of the last ten minutes', kvote.brukt),
    one('portal_kallkvote_grense', 'Calls a minute that uttrekk and oppslag may make together', kvote.grense),
    one('portal_uttrekk_i_arbeid', 'Uttrekk under way', uttrekk.iArbeid),
    one('portal_uttrekk_venter_paa_noen', 'Uttrekk that wait for a person', uttrekk.venterPaaNoen),
    one(
      'portal_uttrekk_eldste_i_koe_timestamp_seconds',
      'Since when the oldest that could be ordered has waited for a worker; 0 when none does',
      uttrekk.eldsteIKoe === null ? 0 : Date.parse(uttrekk.eldsteIKoe) / 1000,
    ),
    one(
      'portal_uttrekk_kan_kontrolleres',
      '1 when the newest file can be checked with the key that its page gives',
      Number(uttrekk.kanKontrolleres),
    ),
    one('portal_oppdateringer', 'Uttrekk that are held up to date', hendelser.holdes),
    one(
      'portal_hendelser_lest_timestamp_seconds',
      'When the feed was last known to be read to its end, of the one furthest behind; 0 when none follows it',
      hendelser.eldste === null ? 0 : Date.parse(hendelser.eldste) / 1000,
    ),
    one(
      'portal_revisjonslogg_sjekkpunkt_timestamp_seconds',
      'When the log was last sealed; 0 when it never was',
      revisjonslogg.sisteSjekkpunkt === null ? 0 : Date.parse(revisjonslogg.sisteSjekkpunkt) / 1000,
    ),
    one(
      'portal_revisjonslogg_etterslep_seconds',
      'How long the oldest row has waited for its sealing',
      revisjonslogg.etterslepSekunder,
    ),
    {
      name: 'portal_revisjonslogg_alarm',
      help: 'What is wrong with the sealing of the log, its months, its export or its clock',
      values: revisjonslogg.alarmer.map((alarm) => ({ labels: { alarm }, value: 1 })),
    },
    one(
      'portal_revisjonslogg_uavklarte',
      'Acts of the last day whose end is unknown',
      revisjonslogg.uavklarteSisteDoegn,
    ),
    one(
      'portal_klokke_avvik_seconds',
      'How far our clock and that of the database are apart at least',
      klokke.avvikMs / 1000,
    ),
    one('portal_grupper_utloeper', 'Groups whose rights end within fourteen days', status.grupper.length),
    one('portal_disk_ledig_bytes', 'Free on the volume of the files', disk.ledigeBytes),
    one('portal_disk_alle_bytes', 'Size of the volume of the files', disk.alleBytes),
    { name: 'portal_versjon', help: 'Always 1', values: [{ labels: versjoner, value: 1 }] },
  ];
}

/** Text in Prometheus' format. What was counted is told also when the database is away. */
export async function listMaalinger(): Promise<{ type: string; text: string }> {
  const status = await readDriftsstatus().catch(() => null);
  const svarer = one('portal_database_svarer', '1 when the database answers', status === null ? 0 : 1);

  return formatMaalinger(status === null ? [svarer] : [svarer, ...toAvlesninger(status)]);
}
