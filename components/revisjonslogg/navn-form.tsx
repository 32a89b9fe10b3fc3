/** A name for a view, new or another. What is wrong is said when the reader has tried, and what she typed stays. */
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Form } from '#components/ui/form.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { VISNINGSNAVN_MAKS } from '#lib/domain/revisjonslogg/visningsnavn.ts';
import { hasPersonnummer } from '#lib/domain/uttrekk/personnummer-i-tekst.ts';

type NavnFormProps = {
  label: string;
  felt: string;
  hint?: string;
  /** What is to be kept under the name has a number in it. */
  harNummer?: boolean;
  onNavn: (navn: string, onLagret: () => void) => void;
};

export function NavnForm({ label, felt, hint, harNummer = false, onNavn }: NavnFormProps) {
  const t = useTranslations('revisjonslogg.visninger');
  const id = useId();
  const [navn, setNavn] = useState('');
  const [erForsoekt, setErForsoekt] = useState(false);
  const feil =
    navn.trim() === '' ? t('manglerNavn') : harNummer || hasPersonnummer(navn) ? t('nummer') : null;
  const onSubmit = () => {
    setErForsoekt(true);
    if (feil !== null) {
      document.getElementById(id)?.focus();
      return;
    }
    onNavn(navn.trim(), () => {
      setNavn('');
      setErForsoekt(false);
    });
  };
  return (
    <Form onSubmit={onSubmit} className="flex max-w-xl flex-col gap-2">
      <TextField
        id={id}
        label={felt}
        maxLength={VISNINGSNAVN_MAKS}
        value={navn}
        onChange={(event) => setNavn(event.target.value)}
        error={erForsoekt ? feil : null}
        {...(hint && { hint })}
      />
      <button type="submit" className="ds-button self-start" data-variant="secondary" data-size="sm">
        {label}
      </button>
    </Form>
  );
}
