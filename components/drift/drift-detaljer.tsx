/** The figures of one area, in sentences. */
import { useMessages, useTranslations } from 'next-intl';
import { findTekst } from '#components/person/tekster.ts';
import { useFormat } from '#components/ui/use-format.ts';
import type { Driftsstatus } from '#lib/domain/drift/drift.ts';
import { type Driftsomraade, KLOKKE_MS } from '#lib/domain/drift/vurder-drift.ts';

const GB = 1024 ** 3;

function useSetninger(status: Driftsstatus): Record<Driftsomraade, string[]> {
  const t = useTranslations('drift');
  const messages = useMessages();
  /** Codes come from data: one without a text stands as it is. */
  const finn = (kode: string, ...sti: string[]) => findTekst(messages, [...sti, kode]) ?? kode;
  const { showDato, showTidspunkt, showTall } = useFormat();
  const { sertifikat, aapneKretser, krr, svartider, kvote, uttrekk, hendelser } = status;
  const { revisjonslogg, klokke, grupper, ukjente, disk } = status;
  const showGb = (bytes: number) => `${showTall(Math.round(bytes / GB))} GB`;
  const koe =
    uttrekk.eldsteIKoe === null ? [] : [t('uttrekk.koe', { tidspunkt: showTidspunkt(uttrekk.eldsteIKoe) })];
  return {
    sertifikat: [
      sertifikat.utloeper === null
        ? t('sertifikat.ubrukelig', { grunn: finn(sertifikat.grunn ?? '', 'drift', 'sertifikat', 'grunner') })
        : t('sertifikat.gyldig', {
            navn: sertifikat.navn ?? '',
            dato: showDato(sertifikat.utloeper.slice(0, 10)),
            dager: sertifikat.dagerIgjen ?? 0,
          }),
    ],
    kretser:
      aapneKretser.length === 0
        ? [t('kretser.ingen')]
        : aapneKretser.map(({ tjeneste, pakke }) =>
            t('kretser.aapen', {
              tjeneste: finn(tjeneste, 'drift', 'kretser', 'tjenester'),
              pakke: finn(pakke, 'pakke'),
            }),
          ),
    krr:
      krr === null
        ? [t('krr.utenVei')]
        : krr.map(({ tjeneste, siste, erStanset }) => {
            const navn = t(`krr.tjenester.${tjeneste}`);
            if (erStanset) return t('krr.stanset', { tjeneste: navn });
            if (siste === null) return t('krr.ikkeSpurt', { tjeneste: navn });
            const tidspunkt = showTidspunkt(siste.tidspunkt);
            return t(siste.svarte ? 'krr.svarte' : 'krr.svarteIkke', { tjeneste: navn, tidspunkt });
          }),
    svartid:
      svartider.length === 0
        ? [t('svartid.ingen')]
        : svartider.map(({ mal, antall, innenGrensen, grenseSekunder }) =>
            t('svartid.linje', {
              mal,
              antall: showTall(antall),
              innen: showTall(innenGrensen),
              sekunder: showTall(grenseSekunder),
            }),
          ),
    kvote: [t('kvote', { brukt: showTall(kvote.brukt), grense: showTall(kvote.grense) })],
    uttrekk: [
      t('uttrekk.linje', {
        iArbeid: showTall(uttrekk.iArbeid),
        venter: showTall(uttrekk.venterPaaNoen),
      }),
      ...koe,
      ...(uttrekk.kanKontrolleres ? [] : [t('uttrekk.manifest')]),
    ],
    hendelser: [
      hendelser.eldste === null
        ? t('hendelser.ingen')
        : t('hendelser.lest', {
            antall: hendelser.holdes,
            tidspunkt: showTidspunkt(hendelser.eldste),
          }),
    ],
    revisjonslogg: [
      ...revisjonslogg.alarmer.map((alarm) => t(`revisjonslogg.alarm.${alarm}`)),
      revisjonslogg.sisteSjekkpunkt === null
        ? t('revisjonslogg.aldriForseglet')
        : t('revisjonslogg.forseglet', { tidspunkt: showTidspunkt(revisjonslogg.sisteSjekkpunkt) }),
      t('revisjonslogg.etterslep', { minutter: Math.floor(revisjonslogg.etterslepSekunder / 60) }),
      t('revisjonslogg.uavklarte', { antall: revisjonslogg.uavklarteSisteDoegn }),
    ],
    klokke: [
      klokke.avvikMs > KLOKKE_MS.varsel
        ? t('klokke.avvik', { sekunder: showTall(Math.floor(klokke.avvikMs / 1000)) })
        : t('klokke.likt'),
    ],
    grupper:
      grupper.length === 0
        ? [t('grupper.ingen')]
        : grupper.map(({ gruppe, til }) => t('grupper.slutt', { gruppe, dato: showDato(til) })),
    ukjente:
      ukjente.length === 0
        ? [t('ukjente.ingen')]
        : ukjente.map(({ felt, slag, antall }) => t(`ukjente.${slag}`, { felt, antall })),
    disk: [t('disk', { ledig: showGb(disk.ledigeBytes), alle: showGb(disk.alleBytes) })],
  };
}

export function DriftDetaljer({ omraade, status }: { omraade: Driftsomraade; status: Driftsstatus }) {
  const setninger = useSetninger(status)[omraade];
  return setninger.map((setning) => (
    <p key={setning} className="m-0">
      {setning}
    </p>
  ));
}
