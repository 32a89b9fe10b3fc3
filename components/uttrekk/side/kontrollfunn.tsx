/** What the check found that does not stop the order: size, room at the register, advice, approval, and what lies ready. */
import NextLink from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Tidspunkt } from '#components/ui/dato.tsx';
import { useFormat } from '#components/ui/use-format.ts';
import type { Forhaandskontroll, Stoerrelse } from '#lib/domain/uttrekk/forhaandskontroll.ts';

type KontrollfunnProps = { kontroll: Forhaandskontroll; foerBestilling: boolean };

/** `foerBestilling`: what will need approval is said before the order is sent, and after that with the approval. */
export function Kontrollfunn({ kontroll, foerBestilling }: KontrollfunnProps) {
  const t = useTranslations('uttrekk');
  const { raad, forsiktighet, godkjenningsgrunner, lignende } = kontroll;
  return (
    <div className="flex flex-col gap-3">
      <dl className="label-value">
        <div>
          <dt>{t('kontroll.stoerrelse')}</dt>
          <dd>
            <Stoerrelsestekst stoerrelse={kontroll.stoerrelse} />
          </dd>
        </div>
        <div>
          <dt>{t('kontroll.kvote')}</dt>
          <dd>{t('kontroll.kvotetekst', kontroll.kvote)}</dd>
        </div>
      </dl>
      {lignende.length > 0 && (
        <Funn color="info" tittel={t('kontroll.lignende')}>
          {lignende.map(({ uttrekkId, navn, ferdig }) => (
            <li key={uttrekkId}>
              <NextLink className="ds-link" href={`/uttrekk/${uttrekkId}`}>
                {navn}
              </NextLink>{' '}
              (<Tidspunkt tidspunkt={ferdig} />)
            </li>
          ))}
        </Funn>
      )}
      {raad.length > 0 && (
        <Funn color="info" tittel={t('kontroll.raad')}>
          {raad.map((kode) => (
            <li key={kode}>{t(`raad.${kode}`)}</li>
          ))}
        </Funn>
      )}
      {forsiktighet.length > 0 && (
        <Funn color="warning" tittel={t('kontroll.forsiktighet')}>
          {forsiktighet.map((kode) => (
            <li key={kode}>{t(`forsiktighet.${kode}`)}</li>
          ))}
        </Funn>
      )}
      {foerBestilling && godkjenningsgrunner.length > 0 && (
        <Funn color="warning" tittel={t('kontroll.godkjenning')}>
          {godkjenningsgrunner.map((grunn) => (
            <li key={grunn}>{t(`godkjenningsgrunn.${grunn}`)}</li>
          ))}
        </Funn>
      )}
    </div>
  );
}

function Funn({
  color,
  tittel,
  children,
}: {
  color: 'info' | 'warning';
  tittel: string;
  children: ReactNode;
}) {
  return (
    <div className="ds-alert" data-color={color}>
      <h3 className="ds-heading" data-size="2xs">
        {tittel}
      </h3>
      <ul className="list-disc pl-5">{children}</ul>
    </div>
  );
}

function Stoerrelsestekst({ stoerrelse: { minst, hoeyst } }: { stoerrelse: Stoerrelse }) {
  const t = useTranslations('uttrekk.kontroll.band');
  const { showTall } = useFormat();
  const tall = { minst: showTall(minst ?? 0), hoeyst: showTall(hoeyst ?? 0) };
  if (minst !== null && hoeyst !== null) return t('mellom', tall);
  if (hoeyst !== null) return t('hoeyst', tall);
  return minst === null ? t('ukjent') : t('minst', tall);
}
