/**
 * Something that is done to a user's access after one has said why: a button, and the dialog that asks. Rule: what was
 * written stands until it is done, also when it was refused or the dialog was closed.
 */
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { GrunnFelt, useGrunn } from '#components/tilgang/grunn-felt.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Form } from '#components/ui/form.tsx';

type EndreButtonProps = {
  label: string;
  /** Which one, for those who hear the button alone. */
  hva?: string;
  /** What it means, before it is done. */
  forklaring: string;
  /** `onUtfoert` is called when it is done. */
  onEndre: (begrunnelse: string, onUtfoert: () => void) => void;
  pending: boolean;
};

export function EndreButton({ label, hva, forklaring, onEndre, pending }: EndreButtonProps) {
  const t = useTranslations('tilgang');
  const dialog = useRef<HTMLDialogElement>(null);
  const grunn = useGrunn();
  const onSubmit = () => {
    const begrunnelse = grunn.check();
    if (begrunnelse === null || pending) return;
    dialog.current?.close();
    onEndre(begrunnelse, grunn.clear);
  };
  return (
    <>
      <button
        type="button"
        className="ds-button ds-button--inline"
        data-variant="secondary"
        data-size="sm"
        aria-busy={pending}
        onClick={() => dialog.current?.showModal()}
      >
        {label}
        {hva !== undefined && <span className="ds-sr-only">{hva}</span>}
      </button>
      <Dialog ref={dialog} title={label} closeLabel={t('avbryt')}>
        <Form onSubmit={onSubmit} className="flex flex-col gap-4">
          {hva !== undefined && <p className="font-semibold">{hva}</p>}
          <p>{forklaring}</p>
          <GrunnFelt grunn={grunn} />
          <div>
            <button type="submit" className="ds-button" data-color="danger">
              {label}
            </button>
          </div>
        </Form>
      </Dialog>
    </>
  );
}
