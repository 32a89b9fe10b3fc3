/** The log as the services read it: places become sequence numbers, ids and documents here. */
import { formatOeyeblikk } from '../befolkning/dato.ts';
import { formatNummer } from '../befolkning/personnummer.ts';
import { at } from '../befolkning/skjelett.ts';
import type { Klokke } from '../klokke.ts';
import { createDokumentider, type Dokumentnoekkel } from './dokument-id.ts';
import type { Hendelse, Hendelseslogg } from './hendelseslogg.ts';
import { INGEN } from './loggbok.ts';
import { findIndeksFra, toSekvensnummer } from './sekvensnummer.ts';
import { getSlag, hasHendelsesdokument, hasPersondokument } from './slag.ts';
import type { Tilstand } from './tilstand.ts';

/** `run` makes what is due: it is called before the log is read. */
export function createLogg(tilstand: Tilstand, klokke: Klokke, run: () => void): Hendelseslogg {
  const { bok, kommuner, versjoner, grunn } = tilstand;
  const { skjelett } = grunn;
  const ider = createDokumentider(skjelett.froe);

  const toHendelse = (indeks: number, hendelsesdokument: string, persondokument: string): Hendelse => {
    const kode = bok.getSlag(indeks);
    const person = bok.getPerson(indeks);
    const tid = bok.getTid(indeks);
    const hendelse: Hendelse = {
      sekvensnummer: toSekvensnummer(indeks),
      person,
      folkeregisteridentifikator: formatNummer(at(skjelett.nummer, person)),
      hendelsestype: getSlag(kode).hendelsestype,
      ajourholdstidspunkt: formatOeyeblikk(tid),
      tid,
    };
    if (hasHendelsesdokument(kode)) hendelse.hendelsesdokument = hendelsesdokument;
    if (hasPersondokument(kode)) hendelse.persondokument = persondokument;
    return hendelse;
  };

  const listHendelser = (antall: number, toIndeks: (nr: number) => number): Hendelse[] => {
    const side = ider.list(antall * 2, (nr) => ({
      slag: nr % 2 === 0 ? 'hendelse' : 'versjon',
      verdi: toIndeks(nr >> 1),
    }));
    return Array.from({ length: antall }, (_, nr) =>
      toHendelse(toIndeks(nr), side[nr * 2] ?? '', side[nr * 2 + 1] ?? ''),
    );
  };

  /** The person's entry after `indeks`, or after nothing; INGEN when that was the last. */
  const findNeste = (person: number, indeks: number): number => {
    let neste = INGEN;
    for (let i = bok.getSiste(person); i !== INGEN && i !== indeks; i = bok.getForrige(i)) neste = i;
    return neste;
  };

  const findNoekkel = (id: string): Dokumentnoekkel | undefined => {
    run();
    const noekkel = ider.find(id);
    if (noekkel === undefined) return undefined;
    const grense = noekkel.slag === 'foerste' ? skjelett.antall : bok.antall();
    return noekkel.verdi < grense ? noekkel : undefined;
  };

  return {
    siste() {
      run();
      return bok.antall() === 0 ? 0 : toSekvensnummer(bok.antall() - 1);
    },
    list(fra, maks) {
      run();
      const foerste = findIndeksFra(fra);
      return listHendelser(Math.max(0, Math.min(maks, bok.antall() - foerste)), (nr) => foerste + nr);
    },
    listForKommune(fra, maks, kommunenummer) {
      run();
      const steder = kommuner.list(Number(kommunenummer), findIndeksFra(fra), maks);
      return listHendelser(steder.length, (nr) => steder[nr] ?? 0);
    },
    findTid(sekvensnummer) {
      run();
      const indeks = findIndeksFra(sekvensnummer);
      return indeks < bok.antall() ? bok.getTid(indeks) : undefined;
    },
    findHendelsesdokument(id) {
      const noekkel = findNoekkel(id);
      if (noekkel?.slag !== 'hendelse' || !hasHendelsesdokument(bok.getSlag(noekkel.verdi))) return undefined;
      const [hendelse] = listHendelser(1, () => noekkel.verdi);
      return hendelse && { hendelse, egenskapshendelser: versjoner.listEndringer(noekkel.verdi) };
    },
    findPersondokument(id) {
      const noekkel = findNoekkel(id);
      if (noekkel === undefined || noekkel.slag === 'hendelse') return undefined;
      const { slag, verdi } = noekkel;
      if (slag === 'versjon' && !hasPersondokument(bok.getSlag(verdi))) return undefined;
      const person = slag === 'versjon' ? bok.getPerson(verdi) : verdi;
      const indeks = slag === 'versjon' ? verdi : INGEN;
      const neste = findNeste(person, indeks);
      const tid = neste === INGEN ? klokke.naa() : bok.getTid(neste);
      return { person, dokument: versjoner.getVersjon(person, indeks), tid };
    },
    findDokumentid(person, sekvensnummer) {
      run();
      const grense = findIndeksFra(sekvensnummer + 1);
      let indeks = bok.getSiste(person);
      while (indeks !== INGEN && indeks >= grense) indeks = bok.getForrige(indeks);
      if (indeks === INGEN) return ider.create({ slag: 'foerste', verdi: person });
      return hasPersondokument(bok.getSlag(indeks))
        ? ider.create({ slag: 'versjon', verdi: indeks })
        : undefined;
    },
  };
}
