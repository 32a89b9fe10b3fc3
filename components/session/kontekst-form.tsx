'use client';
/**
 * Rettighetspakke, purpose and case number: asked once per session and sent with every oppslag. Only purposes that the
 * chosen package may have are offered; the server checks the same.
 */
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { Form } from '#components/ui/form.tsx';
import { SelectField } from '#components/ui/select-field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { ApiFeil } from '#lib/client/api.ts';
import { changeKontekst } from '#lib/client/session.ts';
import type { FormaalView } from '#lib/domain/formaal/formaal.ts';
import type { Pakke } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import { type Kontekst, SAKSREFERANSE_MAKS } from '#lib/domain/session/session.ts';
import { hasPersonnummer } from '#lib/domain/uttrekk/personnummer-i-tekst.ts';

type KontekstFormProps = {
  pakker: readonly Pakke[];
  formaal: readonly FormaalView[];
  kontekst: Kontekst | null;
  onSaved?: () => void;
};

export function KontekstForm({ pakker, formaal, kontekst, onSaved }: KontekstFormProps) {
  const t = useTranslations('kontekst');
  const tPakke = useTranslations('pakke');
  const router = useRouter();
  // The form may stand both on the page and in the header's dialog.
  const base = useId();
  const [pakkeFelt, formaalFelt, sakFelt] = [`${base}-pakke`, `${base}-formaal`, `${base}-sak`] as const;
  const [pakke, setPakke] = useState(kontekst?.pakke ?? pakker[0]);
  const [formaalId, setFormaalId] = useState(kontekst?.formaal ?? '');
  const [saksreferanse, setSaksreferanse] = useState(kontekst?.saksreferanse ?? '');
  const [attempt, setAttempt] = useState(0);

  const mulige = formaal.filter((et) => pakke !== undefined && et.pakker.includes(pakke));
  const valgt = mulige.find((et) => et.id === formaalId);
  const manglerFormaal = !valgt;
  const manglerSak = valgt?.kreverSaksreferanse === true && saksreferanse.trim() === '';
  const sakfeil = manglerSak
    ? t('feil.saksreferanse')
    : hasPersonnummer(saksreferanse)
      ? t('feil.nummerISak')
      : null;
  const errors = [
    ...(manglerFormaal ? [{ fieldId: formaalFelt, text: t('feil.formaal') }] : []),
    ...(sakfeil ? [{ fieldId: sakFelt, text: sakfeil }] : []),
  ];
  const save = useMutation({
    mutationFn: changeKontekst,
    onSuccess: () => {
      onSaved?.();
      router.refresh();
    },
  });
  const onSubmit = () => {
    setAttempt(attempt + 1);
    if (!pakke || !valgt || sakfeil || save.isPending) return;
    save.mutate({ pakke, formaal: valgt.id, saksreferanse: saksreferanse.trim() });
  };
  return (
    <Form onSubmit={onSubmit} className="flex max-w-xl flex-col gap-4">
      {pakker.length > 1 && (
        <SelectField
          id={pakkeFelt}
          label={t('pakke')}
          mark={t('maaFyllesUt')}
          value={pakke ?? ''}
          onChange={(event) => setPakke(pakker.find((en) => en === event.target.value))}
          options={pakker.map((value) => ({ value, label: tPakke(value) }))}
        />
      )}
      <SelectField
        id={formaalFelt}
        label={t('formaal')}
        mark={t('maaFyllesUt')}
        value={valgt?.id ?? ''}
        note={valgt ? t('hjemmel', { hjemmel: valgt.hjemmel }) : null}
        error={attempt > 0 && manglerFormaal ? t('feil.formaal') : null}
        onChange={(event) => setFormaalId(event.target.value)}
        options={[
          ...(valgt ? [] : [{ value: '', label: t('velgFormaal') }]),
          ...mulige.map((et) => ({ value: et.id, label: et.navn })),
        ]}
      />
      <TextField
        id={sakFelt}
        label={t('saksreferanse')}
        mark={valgt?.kreverSaksreferanse ? t('maaFyllesUt') : t('valgfritt')}
        hint={t('saksreferanseHint')}
        maxLength={SAKSREFERANSE_MAKS}
        value={saksreferanse}
        error={attempt > 0 ? sakfeil : null}
        onChange={(event) => setSaksreferanse(event.target.value)}
      />
      {attempt > 0 && errors.length > 0 && (
        <ErrorSummary key={attempt} title={t('feil.tittel')} errors={errors} />
      )}
      <button type="submit" className="ds-button" aria-busy={save.isPending}>
        {t('lagre')}
      </button>
      <div role="alert">{save.isError && <SaveFailed error={save.error} />}</div>
    </Form>
  );
}

function SaveFailed({ error }: { error: Error }) {
  const t = useTranslations('feil');
  const kode = error instanceof ApiFeil ? error.kode : 'INTERN_FEIL';
  return <p className="ds-validation-message">{t(kode)}</p>;
}
