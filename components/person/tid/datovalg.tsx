/** Chooses a day: written as people write dates and told back in words, or by stepping from one change to the next. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { TextField } from '#components/ui/text-field.tsx';
import { useFormat } from '#components/ui/use-format.ts';
import { parseDag } from '#lib/domain/person/tid/parse-dag.ts';

type DatovalgProps = {
  id: string;
  label: string;
  feil: string;
  /** The chosen day, `yyyy-MM-dd`. */
  dag: string;
  onDag: (dag: string) => void;
  naa: Date;
  /** Days to step between, oldest first. */
  endringsdager: readonly string[];
};

export function Datovalg({ id, label, feil, dag, onDag, naa, endringsdager }: DatovalgProps) {
  const t = useTranslations('tid.perDato');
  const { showDato, showDatoITabell } = useFormat();
  /** What is written, while it differs from the chosen day. */
  const [tekst, setTekst] = useState<string | null>(null);
  const [forlatt, setForlatt] = useState(false);
  const lest = tekst === null ? dag : parseDag(tekst, naa);
  const onChange = (skrevet: string) => {
    setTekst(skrevet);
    setForlatt(false);
    const ny = parseDag(skrevet, naa);
    if (ny !== null) onDag(ny);
  };
  const velg = (ny: string) => {
    setTekst(null);
    onDag(ny);
  };
  const forrige = endringsdager.findLast((en) => en < dag);
  const neste = endringsdager.find((en) => en > dag);
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <TextField
        id={id}
        label={label}
        value={tekst ?? showDatoITabell(dag)}
        inputMode="numeric"
        maxLength={20}
        hint={t('hint')}
        note={lest === null ? null : showDato(lest)}
        error={lest === null && forlatt ? feil : null}
        onChange={(event) => onChange(event.target.value)}
        onBlur={() => (lest === null ? setForlatt(true) : setTekst(null))}
      />
      <div className="flex flex-wrap gap-2">
        <Steg dag={forrige} onVelg={velg} tekst={forrige ? t('forrige') : t('ingenForrige')} />
        <Steg dag={neste} onVelg={velg} tekst={neste ? t('neste') : t('ingenNeste')} />
      </div>
    </div>
  );
}

type StegProps = { dag: string | undefined; onVelg: (dag: string) => void; tekst: string };

/** At the end of the line the button stays, so that focus is not lost, and says that there is no more. */
function Steg({ dag, onVelg, tekst }: StegProps) {
  return (
    <button
      type="button"
      className="ds-button"
      data-variant="tertiary"
      data-size="sm"
      aria-disabled={dag === undefined}
      onClick={() => dag !== undefined && onVelg(dag)}
    >
      {tekst}
    </button>
  );
}
