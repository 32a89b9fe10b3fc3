/** The field of a text that must be given. Rule: it takes what is pasted whole, and one that is too long is told so. */
import { TextAreaField } from '#components/ui/text-area-field.tsx';
import type { Fritekst } from '#components/ui/use-fritekst.ts';

type FritekstFeltProps = {
  label: string;
  hint: string;
  fritekst: Fritekst;
  rows: number;
};

export function FritekstFelt({ fritekst, ...felt }: FritekstFeltProps) {
  return (
    <TextAreaField
      {...felt}
      id={fritekst.id}
      value={fritekst.tekst}
      onChange={(event) => fritekst.setTekst(event.target.value)}
      error={fritekst.feil}
    />
  );
}
