/**
 * The reviewer's decision: a verdict with a note, or a question to the employee. Rules: no verdict is suggested, since it
 * cannot be taken back; what is written stands if it fails.
 */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { NotatFelt, useNotat } from '#components/kontroll/notat-felt.tsx';
import { ChoiceGroup } from '#components/ui/choice-group.tsx';
import { Form } from '#components/ui/form.tsx';
import type { Saksavgjoerelse } from '#lib/client/kontroll.ts';
import { KONTROLLUTFALL, type Kontrollutfall, type Sak } from '#lib/domain/kontroll/sak.ts';

/** How long the employee has to answer. */
const FRIST_DAGER = 7;

type Valg = Kontrollutfall | 'trengerForklaring';
type AvgjoerelseProps = {
  sak: Sak;
  onAvgjoerelse: (avgjoerelse: Saksavgjoerelse) => void;
  pending: boolean;
};

export function Avgjoerelse({ sak, onAvgjoerelse, pending }: AvgjoerelseProps) {
  const t = useTranslations('kontroll');
  const [valg, setValg] = useState<Valg | null>(null);
  const [mangler, setMangler] = useState(false);
  const notat = useNotat();
  const { versjon } = sak;
  const valgene: Valg[] =
    sak.forklaring === null ? [...KONTROLLUTFALL, 'trengerForklaring'] : [...KONTROLLUTFALL];
  const send = () => {
    const tekst = notat.check();
    setMangler(valg === null);
    if (valg === null || tekst === null || pending) return;
    onAvgjoerelse(
      valg === 'trengerForklaring'
        ? { slag: 'forklaring', versjon, spoersmaal: tekst, fristDager: FRIST_DAGER }
        : { slag: 'vurdering', versjon, utfall: valg, notat: tekst },
    );
  };
  return (
    <section aria-labelledby="avgjoerelse">
      <h2 id="avgjoerelse" className="ds-heading mb-2" data-size="2xs">
        {t('avgjoerelse')}
      </h2>
      <Form onSubmit={send} className="flex max-w-3xl flex-col gap-3">
        <ChoiceGroup
          legend={t('hvaErUtfallet')}
          name="utfall"
          selected={valg}
          onSelect={setValg}
          options={valgene.map((value) => ({ value, label: t(`valg.${value}`, { dager: FRIST_DAGER }) }))}
        />
        {mangler && valg === null && (
          <p role="alert" className="ds-validation-message">
            {t('valgMangler')}
          </p>
        )}
        <NotatFelt label={t(valg === 'trengerForklaring' ? 'spoersmaal' : 'notat')} notat={notat} />
        <p className="text-sm text-neutral-text-subtle">
          {t(valg === 'trengerForklaring' ? 'spoersmaalForklaring' : 'endelig')}
        </p>
        <div>
          <button type="submit" className="ds-button" aria-busy={pending}>
            {t(valg === 'trengerForklaring' ? 'sendSpoersmaal' : 'lagre')}
          </button>
        </div>
      </Form>
    </section>
  );
}
