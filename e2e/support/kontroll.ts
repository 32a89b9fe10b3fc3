/**
 * A case of kontroll about an oppslag that was really made. The worker makes cases when a quarter of an hour is over,
 * which no test waits for; that it does is held by tests of its own.
 */
import { getScenarioNummer } from './office.ts';
import { signInAs, toRequest } from './oppslag.ts';
import { runAsOwner } from './revisjonslogg.ts';

/** The caseworker looks somebody up, and a case is made of it that nobody has looked at in time; or it is drawn. */
export async function createSak(
  kilde: 'signal' | 'stikkproeve' = 'signal',
): Promise<{ sakId: string; nummer: string }> {
  const nummer = await getScenarioNummer('ordinaer-mor');
  const saksbehandler = await signInAs('saksbehandler');
  const svar = await saksbehandler.send('POST', '/api/oppslag', toRequest({ identifikasjonsnummer: nummer }));
  const { kvittering }: { kvittering: { handlingId: string } } = await svar.json();
  const [sak] = await runAsOwner<{ id: string }>(
    `with periode as (
       insert into kontroll.periode (kilde, fra, til, grunnlag)
       values ($2, clock_timestamp() - interval '1 day', clock_timestamp(), '{}') returning fra),
     sak as (
       insert into kontroll.sak (kilde, periode_fra, handling_id, rad_id, tidspunkt, slag, handling, bruker, bruker_id, enhet,
         subjekt_ref, poeng, forklart, frist)
       select $2, fra, handling_id, rad_id, date_trunc('milliseconds', r.tidspunkt), slag, handling, bruker, bruker_id,
         enhet, (select subjekt_ref from revisjonslogg.subjekt s where s.tidspunkt = r.tidspunkt and s.rad_id = r.rad_id order by 1 limit 1),
         1.1, 0, now() - interval '1 hour'
       from periode, revisjonslogg.rad r where handling_id = $1 and slag = 'DISCLOSED' returning id),
     treff as (
       insert into kontroll.treff (sak_id, regel, versjon, vekt, verdier)
       select id, regel, 1, vekt, verdier::jsonb from sak join (values
         ('gjentattInnsyn', 1.0, '{"dager": 5, "vindu": 30}'),
         ('utenforArbeidstid', 0.6, '{"fritid": "helg", "start": "06:00", "slutt": "20:00"}')) regler (regel, vekt, verdier) on $2 = 'signal')
     select id from sak`,
    [kvittering.handlingId, kilde],
  );

  return { sakId: sak?.id ?? '', nummer };
}
