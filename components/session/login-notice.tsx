/** Why the user is asked to sign in. The address says which of our own sentences to show, never a text of its own. */
import { useTranslations } from 'next-intl';
import { Alert } from '#components/ui/alert.tsx';
import { AARSAKER } from '#lib/client/query-client.ts';

type Parameter = string | string[] | undefined;
type LoginNoticeProps = { aarsak: Parameter; error: Parameter };

export function LoginNotice({ aarsak, error }: LoginNoticeProps) {
  const t = useTranslations('loggInn');
  if (error !== undefined) {
    // The library's word for "the provider knows you, the portal has nothing for you".
    const ingenTilgang = error === 'AccessDenied';
    return (
      <div role="alert" className="mb-6">
        <Alert color="warning">
          <p>{t(ingenTilgang ? 'ingenTilgang' : 'feilet')}</p>
        </Alert>
      </div>
    );
  }
  const kjent = AARSAKER.find((en) => en === aarsak);
  if (!kjent) return null;
  return (
    <div role="status" className="mb-6">
      <Alert color="info">
        <p>{t(`aarsak.${kjent}`)}</p>
      </Alert>
    </div>
  );
}
