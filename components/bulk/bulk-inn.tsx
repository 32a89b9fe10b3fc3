/** Where the list comes from: a paste or a file. Everything is read and judged here in the browser. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { BulkFelter } from '#components/bulk/bulk-felter.tsx';
import { Kolonnevalg } from '#components/bulk/kolonnevalg.tsx';
import {
  createTabellinnhold,
  type Filfeil,
  type Filinnhold,
  MAKS_FIL_MB,
  readFil,
  UbrukeligFil,
} from '#components/bulk/read-fil.ts';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { Form } from '#components/ui/form.tsx';
import { judgeListe, listKolonnetekster, type Raatekst } from '#lib/client/bulkliste.ts';
import { findNummerkolonne, listKolonner } from '#lib/domain/bulk/kolonne.ts';
import { parseLimtTekst } from '#lib/domain/bulk/limt-tekst.ts';
import type { Listerad } from '#lib/domain/bulk/liste.ts';
import { isLimtTabell, parseTabell, type Tabell } from '#lib/domain/bulk/tabell.ts';

type Feil = { felt: 'bulk-lim' | 'bulk-fil'; grunn: Filfeil | 'ingenTall'; forsoek: number };
type Valg = { innhold: Filinnhold; tabell: Tabell };

export function BulkInn({ onListe }: { onListe: (rader: Listerad[]) => void }) {
  const t = useTranslations('bulk');
  const [tekst, setTekst] = useState('');
  const [valg, setValg] = useState<Valg | null>(null);
  const [leser, setLeser] = useState(false);
  const [feil, setFeil] = useState<Feil | null>(null);
  const [forsoek, setForsoek] = useState(0);

  const tellFeil = (felt: Feil['felt'], grunn: Feil['grunn']) => {
    setForsoek(forsoek + 1);
    setFeil({ felt, grunn, forsoek });
  };
  /** Runs one reading and says that it is under way. What a file can be wrong in is told; anything else is a fault. */
  const read = async (work: () => Promise<void>) => {
    if (leser) return;
    setFeil(null);
    setLeser(true);
    try {
      await work();
    } catch (error) {
      if (!(error instanceof UbrukeligFil)) throw error;
      // Said where another file is chosen.
      setValg(null);
      tellFeil('bulk-fil', error.grunn);
    } finally {
      setLeser(false);
    }
  };
  const judge = async (tekster: readonly Raatekst[]) => onListe(await judgeListe(tekster));
  const readInnhold = async (innhold: Filinnhold) => {
    const tabell = await innhold.readArk(0);
    const kolonner = listKolonner(tabell);
    // One column in one sheet is no choice.
    if (innhold.ark.length === 1 && kolonner.length === 1 && findNummerkolonne(kolonner))
      await judge(listKolonnetekster(tabell, 0));
    else setValg({ innhold, tabell });
  };
  const readLimt = async (limt: string) => {
    if (isLimtTabell(limt)) return readInnhold(createTabellinnhold(parseTabell(limt)));
    const biter = parseLimtTekst(limt);
    if (biter.some((bit) => /\d/.test(bit)))
      return judge(biter.map((bit, plass) => ({ tekst: bit, rad: plass + 1 })));
    tellFeil('bulk-lim', 'ingenTall');
  };
  if (valg)
    return (
      <Kolonnevalg
        {...valg}
        onArk={(plass) =>
          void read(async () => setValg({ ...valg, tabell: await valg.innhold.readArk(plass) }))
        }
        onKolonne={(plass) => void read(() => judge(listKolonnetekster(valg.tabell, plass)))}
        leser={leser}
        onAvbryt={() => setValg(null)}
      />
    );
  const feiltekst =
    feil &&
    (feil.grunn === 'ingenTall' ? t('inn.ingenTall') : t(`filfeil.${feil.grunn}`, { mb: MAKS_FIL_MB }));
  return (
    <Form onSubmit={() => void read(() => readLimt(tekst))} className="flex min-w-0 flex-col gap-4">
      <BulkFelter
        tekst={tekst}
        onTekst={setTekst}
        onLangTekst={(limt) => void read(() => readLimt(limt))}
        onFil={(fil) => void read(async () => readInnhold(await readFil(fil)))}
        feil={feil && feiltekst ? { felt: feil.felt, tekst: feiltekst } : null}
      />
      {feil && feiltekst && (
        <ErrorSummary
          key={feil.forsoek}
          title={t('inn.feiltittel')}
          errors={[{ fieldId: feil.felt, text: feiltekst }]}
        />
      )}
      <button type="submit" className="ds-button self-start" aria-busy={leser}>
        {t('inn.kontroller')}
      </button>
      <p role="status" className="min-h-6 text-neutral-text-subtle">
        {leser ? t('inn.leser') : null}
      </p>
    </Form>
  );
}
