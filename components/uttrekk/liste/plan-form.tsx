/** When a template is ordered by itself: how often, from which day, and until which. */
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { Form } from '#components/ui/form.tsx';
import { SelectField } from '#components/ui/select-field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { Malhandling } from '#lib/client/uttrekk.ts';
import { parseDag } from '#lib/domain/person/tid/parse-dag.ts';

type Plan = Extract<Malhandling, { slag: 'plan' }>['plan'];
type Intervall = Plan['intervall'];
const INTERVALLER: readonly Intervall[] = ['dag', 'uke', 'maaned'];

export function PlanForm({ onLagre, pending }: { onLagre: (plan: Plan) => void; pending: boolean }) {
  const t = useTranslations('uttrekk.maler');
  const id = useId();
  const [naa] = useState(() => new Date());
  const [intervall, setIntervall] = useState<Intervall>('maaned');
  const [dager, setDager] = useState({ starter: '', slutter: '' });
  const [forsoek, setForsoek] = useState(0);
  const [starter, slutter] = [parseDag(dager.starter, naa), parseDag(dager.slutter, naa)];
  const omvendt = starter !== null && slutter !== null && slutter < starter;
  const feil = {
    starter: starter === null ? t('datofeil') : null,
    slutter: slutter === null ? t('datofeil') : omvendt ? t('rekkefoelge') : null,
  };
  const onSubmit = () => {
    setForsoek(forsoek + 1);
    if (starter !== null && slutter !== null && !omvendt) onLagre({ intervall, starter, slutter });
  };
  const felter = ['starter', 'slutter'] as const;
  const errors = felter.flatMap((felt) =>
    feil[felt] === null ? [] : [{ fieldId: `${id}-${felt}`, text: feil[felt] }],
  );
  return (
    <Form onSubmit={onSubmit} className="mt-2 flex max-w-xl flex-col gap-3">
      <SelectField
        id={`${id}-intervall`}
        label={t('hvorOfte')}
        value={intervall}
        onChange={({ target }) => setIntervall(INTERVALLER.find((en) => en === target.value) ?? intervall)}
        options={INTERVALLER.map((value) => ({ value, label: t(`intervall.${value}`) }))}
      />
      {felter.map((felt) => (
        <TextField
          key={felt}
          id={`${id}-${felt}`}
          label={t(felt)}
          hint={t('datoHint')}
          value={dager[felt]}
          error={forsoek > 0 ? feil[felt] : null}
          onChange={(event) => setDager({ ...dager, [felt]: event.target.value })}
        />
      ))}
      {forsoek > 0 && errors.length > 0 && (
        <ErrorSummary key={forsoek} title={t('planfeil')} errors={errors} />
      )}
      <p>{t('godkjennes')}</p>
      <button type="submit" className="ds-button self-start" data-variant="secondary" aria-busy={pending}>
        {t('lagrePlan')}
      </button>
    </Form>
  );
}
