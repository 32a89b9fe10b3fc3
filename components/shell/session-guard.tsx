'use client';
/**
 * Takes what is on the screen away when the session ends, also when nobody touches the keyboard (security.md S-03), and
 * warns two minutes before so that the time can be extended (WCAG 2.2.1). The server decides; this only follows.
 */
import { useQueryClient } from '@tanstack/react-query';
import { usePathname, useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Dialog } from '#components/ui/dialog.tsx';
import { isBulkUnderveis } from '#lib/client/bulk.ts';
import { leaveToSignIn } from '#lib/client/query-client.ts';
import { onBeskjed } from '#lib/client/session.ts';

const WARNING_MS = 2 * 60_000;
/** Where `setTimeout` wraps around; no session is that long. */
const LONGEST_MS = 2_147_483_647;

type SessionGuardProps = {
  /** How long the session lives from now without activity, and at the longest, as the server measured it. */
  idleMs: number;
  absoluteMs: number;
};

export function SessionGuard({ idleMs, absoluteMs }: SessionGuardProps) {
  const t = useTranslations('felles.oektSlutt');
  const client = useQueryClient();
  const router = useRouter();
  const pathname = usePathname();
  const dialog = useRef<HTMLDialogElement>(null);
  const [activity, setActivity] = useState(0);

  // Effects, since timers, the cache and the page's own events live outside React.
  useEffect(() => {
    const timer = setTimeout(
      () => {
        // A list that is being fetched meets the end itself, keeps what it has and says so; the idle time still ends it.
        if (!isBulkUnderveis(client)) leaveToSignIn(client, 'utloept');
      },
      Math.min(absoluteMs, LONGEST_MS),
    );
    const onPageShow = (event: PageTransitionEvent) => {
      // A page taken from the back/forward cache may belong to a session that has ended.
      if (event.persisted) window.location.reload();
    };
    window.addEventListener('pageshow', onPageShow);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pageshow', onPageShow);
    };
  }, [absoluteMs, client]);

  useEffect(() => {
    const onAnswer = () => setActivity((count) => count + 1);
    const stopQueries = client.getQueryCache().subscribe((event) => {
      // What the page asks for by itself is no sign that anybody is there; the server says the same.
      if (event.query.meta?.passiv) return;
      if (event.type === 'updated' && event.action.type === 'success') onAnswer();
    });
    const stopMutations = client.getMutationCache().subscribe((event) => {
      if (event.type === 'updated' && event.action.type === 'success') onAnswer();
    });
    return () => {
      stopQueries();
      stopMutations();
    };
  }, [client]);

  // Whoever signs out in one page has left them all: nobody is there to touch the others.
  useEffect(() => onBeskjed('utlogging', () => leaveToSignIn(client, 'logget-ut')), [client]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page or answer is what starts the time again
  useEffect(() => {
    const warn = setTimeout(() => dialog.current?.showModal(), Math.max(0, idleMs - WARNING_MS));
    const end = setTimeout(() => leaveToSignIn(client, 'utloept'), idleMs);
    return () => {
      clearTimeout(warn);
      clearTimeout(end);
    };
  }, [activity, pathname, idleMs, client]);

  const onContinue = () => {
    dialog.current?.close();
    // Any request to the server is activity; this one also brings the frame up to date.
    router.refresh();
    setActivity((count) => count + 1);
  };
  return (
    <Dialog ref={dialog} title={t('tittel')} closeLabel={t('fortsett')} onClose={onContinue}>
      <p className="mb-4">{t('tekst')}</p>
      <button type="button" className="ds-button" onClick={() => dialog.current?.close()}>
        {t('fortsett')}
      </button>
    </Dialog>
  );
}
