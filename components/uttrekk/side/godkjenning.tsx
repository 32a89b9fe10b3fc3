/** Approval by a leder: why it is needed, what others decided, and the decision with its reason. */
import { useTranslations } from 'next-intl';
import { Tidspunkt } from '#components/ui/dato.tsx';
import { Form } from '#components/ui/form.tsx';
import { BegrunnelseFelt, useBegrunnelse } from '#components/uttrekk/begrunnelse-felt.tsx';
import type { HandlingerProps } from '#components/uttrekk/side/handlinger.tsx';

export function Godkjenning({ side, onHandling, pending }: HandlingerProps) {
  const t = useTranslations('uttrekk');
  const { godkjenningsgrunner, godkjenninger, tilstand, begrunnelse } = side;
  const venter = tilstand === 'venterPaaGodkjenning';
  if (!venter && godkjenninger.length === 0) return null;
  return (
    <section aria-labelledby="godkjenning" className="flex max-w-3xl flex-col gap-3">
      <h2 id="godkjenning" className="ds-heading" data-size="2xs">
        {t('godkjenning.tittel')}
      </h2>
      {venter && godkjenningsgrunner.length > 0 && (
        <div>
          <p>{t('godkjenning.grunner')}</p>
          <ul className="list-disc pl-5">
            {godkjenningsgrunner.map((grunn) => (
              <li key={grunn}>{t(`godkjenningsgrunn.${grunn}`)}</li>
            ))}
          </ul>
        </div>
      )}
      {begrunnelse !== null && <p>{t('godkjenning.bestillersBegrunnelse', { begrunnelse })}</p>}
      {godkjenninger.map(({ bruker, utfall, begrunnelse: grunn, tidspunkt }) => (
        <p key={tidspunkt}>
          {t(`godkjenning.${utfall}`, { bruker })} (<Tidspunkt tidspunkt={tidspunkt} />
          ): {grunn}
        </p>
      ))}
      {side.valg.includes('godkjenn') && (
        <Avgjoerelse side={side} onHandling={onHandling} pending={pending} />
      )}
    </section>
  );
}

function Avgjoerelse({ side: { avtrykk }, onHandling, pending }: HandlingerProps) {
  const t = useTranslations('uttrekk.godkjenning');
  const begrunnelse = useBegrunnelse();
  const decide = (utfall: 'godkjent' | 'avslaatt') => {
    const grunn = begrunnelse.check();
    if (grunn !== null && !pending) onHandling({ slag: 'godkjenning', avtrykk, utfall, begrunnelse: grunn });
  };
  return (
    <Form onSubmit={() => decide('godkjent')} className="flex flex-col gap-3">
      <BegrunnelseFelt label={t('begrunnelse')} begrunnelse={begrunnelse} />
      <div className="flex flex-wrap gap-3">
        <button type="submit" className="ds-button" aria-busy={pending}>
          {t('godkjenn')}
        </button>
        <button
          type="button"
          className="ds-button"
          data-variant="secondary"
          aria-busy={pending}
          onClick={() => decide('avslaatt')}
        >
          {t('avslaa')}
        </button>
      </div>
    </Form>
  );
}
