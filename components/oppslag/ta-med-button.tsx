/**
 * Takes numbers along to the page for many: handed over in memory, never in an address. Results that stand there already
 * would be gone, so then she is asked first.
 */
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useRef } from 'react';
import { MistesDialog } from '#components/oppslag/mistes-dialog.tsx';
import { findBulkliste, judgeListe, keepBulkliste } from '#lib/client/bulkliste.ts';

type TaMedButtonProps = { numre: () => readonly string[]; label: string };

/** @param numre asked for when the button is pressed */
export function TaMedButton({ numre, label }: TaMedButtonProps) {
  const client = useQueryClient();
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const take = async () => {
    const rader = await judgeListe(numre().map((tekst, plass) => ({ tekst, rad: plass + 1 })));
    keepBulkliste(client, { rader, kjoering: null });
    router.push('/bulk');
  };
  const onClick = () => (findBulkliste(client)?.kjoering ? dialog.current?.showModal() : void take());
  return (
    <>
      <button type="button" className="ds-button" data-size="sm" onClick={onClick}>
        {label}
      </button>
      <MistesDialog ref={dialog} onBegynn={() => void take()} />
    </>
  );
}
