/** What a reader must know before she reads on. Rule: which banners there are is decided on the server. */
import { useTranslations } from 'next-intl';
import { Alert } from '#components/ui/alert.tsx';
import { useFormat } from '#components/ui/use-format.ts';
import type { Banner } from '#lib/domain/person/person-view.ts';

const COLORS: Record<Banner['banner'], 'info' | 'warning' | 'danger'> = {
  fortrolig: 'danger',
  strengtFortrolig: 'danger',
  doed: 'info',
  opphoert: 'warning',
  falskIdentitet: 'danger',
  annetNummer: 'info',
};

export function Bannere({ bannere }: { bannere: readonly Banner[] }) {
  if (bannere.length === 0) return null;
  return (
    <div className="mb-3 flex flex-col gap-2">
      {bannere.map((banner) => (
        <BannerVarsel key={banner.banner} banner={banner} />
      ))}
    </div>
  );
}

function BannerVarsel({ banner }: { banner: Banner }) {
  const t = useTranslations('person.banner');
  return (
    <Alert color={COLORS[banner.banner]} title={t(`${banner.banner}.tittel`)}>
      <p>
        {banner.banner === 'doed' ? <Doedsdato doedsdato={banner.doedsdato} /> : t(`${banner.banner}.tekst`)}
      </p>
    </Alert>
  );
}

function Doedsdato({ doedsdato }: { doedsdato: string | null }) {
  const t = useTranslations('person.banner.doed');
  const { showDato } = useFormat();
  return doedsdato === null ? t('tekstUtenDato') : t('tekst', { doedsdato: showDato(doedsdato) });
}
