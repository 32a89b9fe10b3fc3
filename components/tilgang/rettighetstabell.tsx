/** Each right of a user with where it comes from and until when, and what may be done with it. */
import { useTranslations } from 'next-intl';
import type { BrukerdelProps } from '#components/tilgang/brukerdel.ts';
import { EndreButton } from '#components/tilgang/endre-button.tsx';
import { useRettighetsnavn } from '#components/tilgang/use-rettighetsnavn.ts';
import { Tidspunkt } from '#components/ui/dato.tsx';
import { Table } from '#components/ui/table.tsx';
import { useFormat } from '#components/ui/use-format.ts';
import type { Rettighetsrad } from '#lib/domain/tilgang/bruker.ts';

const FARGE = {
  gjelder: 'success',
  venterPaaBekreftelse: 'warning',
  ikkeBegynt: 'info',
  utloept: 'neutral',
  fratatt: 'danger',
} as const;

const findStatus = (rad: Rettighetsrad) =>
  rad.kilde === 'tildeling' ? rad.status : rad.fratatt ? 'fratatt' : 'gjelder';

export function Rettighetstabell(props: BrukerdelProps) {
  const t = useTranslations('tilgang.rettigheter');
  const { rettigheter } = props.side;
  return (
    <div>
      <h2 className="ds-heading mb-1" data-size="2xs">
        {t('tittel')}
      </h2>
      {rettigheter.length === 0 ? (
        <p>{t('ingen')}</p>
      ) : (
        <Table
          label={t('tittel')}
          columns={[t('rettighet'), t('status'), t('kilde'), t('valg')]}
          minWidth="min-w-2xl"
        >
          {rettigheter.map((rad) => (
            <Rad key={rad.kilde === 'gruppe' ? rad.rettighet : rad.tildelingId} rad={rad} {...props} />
          ))}
        </Table>
      )}
    </div>
  );
}

function Rad({ rad, ...props }: BrukerdelProps & { rad: Rettighetsrad }) {
  const t = useTranslations('tilgang.rettigheter');
  const toNavn = useRettighetsnavn();
  const status = findStatus(rad);
  return (
    <tr>
      <th scope="row" className="font-normal">
        {toNavn(rad.rettighet)}
      </th>
      <td>
        <span className="ds-tag" data-color={FARGE[status]}>
          {t(`statuser.${status}`)}
        </span>
      </td>
      <td>
        <Kilde rad={rad} />
      </td>
      <td>
        <Valg rad={rad} {...props} />
      </td>
    </tr>
  );
}

function Kilde({ rad }: { rad: Rettighetsrad }) {
  const t = useTranslations('tilgang.rettigheter');
  const { showDatoITabell } = useFormat();
  if (rad.kilde === 'gruppe')
    return rad.til === null ? t('fraGruppe') : t('fraGruppeTil', { dato: showDatoITabell(rad.til) });
  return (
    <>
      <span className="block">{t('gittAv', { navn: rad.gittAv })}</span>
      <span className="block">
        <Tidspunkt tidspunkt={rad.fra} />–<Tidspunkt tidspunkt={rad.til} />
      </span>
      <span className="block break-words">{rad.begrunnelse}</span>
      {rad.bekreftetAv !== null && (
        <span className="block">{t('bekreftetAv', { navn: rad.bekreftetAv })}</span>
      )}
    </>
  );
}

function Valg({ rad, side, pending, onHandling }: BrukerdelProps & { rad: Rettighetsrad }) {
  const t = useTranslations('tilgang.rettigheter');
  const hva = useRettighetsnavn()(rad.rettighet);
  if (rad.kilde === 'gruppe')
    return (
      side.kanEndres &&
      !rad.fratatt && (
        <EndreButton
          label={t('fratak')}
          hva={hva}
          forklaring={t('fratakForklaring')}
          pending={pending}
          onEndre={(begrunnelse, onUtfoert) =>
            onHandling({ slag: 'fratak', rettighet: rad.rettighet, begrunnelse }, onUtfoert)
          }
        />
      )
    );
  const { tildelingId } = rad;
  return (
    <div className="flex flex-wrap gap-x-2 gap-y-4">
      {rad.kanBekreftes &&
        ([true, false] as const).map((bekreftes) => (
          <button
            key={String(bekreftes)}
            type="button"
            className="ds-button ds-button--inline"
            data-variant={bekreftes ? 'primary' : 'secondary'}
            data-size="sm"
            aria-busy={pending}
            onClick={() => onHandling({ slag: 'bekreft', tildelingId, bekreftes })}
          >
            {t(bekreftes ? 'bekreft' : 'avslaa')}
            <span className="ds-sr-only">{hva}</span>
          </button>
        ))}
      {side.kanEndres && (
        <EndreButton
          label={t('trekk')}
          hva={hva}
          forklaring={t('trekkForklaring')}
          pending={pending}
          onEndre={(begrunnelse, onUtfoert) =>
            onHandling({ slag: 'trekk', tildelingId, begrunnelse }, onUtfoert)
          }
        />
      )}
    </div>
  );
}
