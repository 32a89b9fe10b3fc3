'use client';
/** A fault while a page was made. Says nothing of what went wrong: the server's log has the digest. */
import { StatusPage } from '#components/shell/status-page.tsx';

type ErrorPageProps = { error: Error & { digest?: string }; retry: () => void };

export default function ErrorPage({ error, retry }: ErrorPageProps) {
  return <StatusPage status="feil" referanse={error.digest} onRetry={retry} />;
}
