/** The fields of family, citizenship and of coming and going. Source: freg-contract.md sections 2 and 3.4. */
import { findLandnavn } from '#lib/domain/kodeverk/land.ts';
import { feltFor } from './felt.ts';

const sivilstand = feltFor('sivilstand', 'sivilstand');
const borgerskap = feltFor('statsborgerskap', 'statsborgerskap');
const opphold = feltFor('opphold', 'oppholdstillatelse', { taushetsbelagt: true });
const innflytting = feltFor('innflytting', 'innflytting');
const utflytting = feltFor('utflytting', 'utflytting');
const familie = feltFor('familierelasjon', 'familie', { taushetsbelagt: true });
const ansvar = feltFor('foreldreansvar', 'foreldreansvar', { taushetsbelagt: true });
const verge = feltFor('vergemaalEllerFremtidsfullmakt', 'vergemaal');
const doedsbo = feltFor('kontaktinformasjonForDoedsbo', 'doedsbo');

const land = (kode: string | undefined): string | null => (kode === undefined ? null : findLandnavn(kode));
const iRolle = (id: string, navn: string, rolle: string) =>
  familie.alle(id, navn, (e) => (e.relatertPersonsRolle === rolle ? e.relatertPerson : undefined), {
    felt: 'relatertPerson',
    regel: `Numrene til dem som har rollen \`${rolle}\`; de uten norsk nummer er ikke med.`,
  });

export const LIVSLOEPSFELTER = [
  sivilstand.en('sivilstand', 'Sivilstand', (e) => e.sivilstand),
  sivilstand.en('sivilstandsdato', 'Sivilstandsdato', (e) => e.sivilstandsdato, { type: 'dato' }),
  sivilstand.en('ektefelle', 'Ektefelle eller partner', (e) => e.relatertVedSivilstand, {
    felt: 'relatertVedSivilstand',
    taushetsbelagt: true,
    regel: 'Nummeret til den sivilstanden er inngått med.',
  }),
  borgerskap.alle('statsborgerskap', 'Statsborgerskap', (e) => e.statsborgerskap, {
    regel: 'Landkode på tre bokstaver, alle gjeldende.',
  }),
  borgerskap.en('land', 'Statsborgerskap, navn', (e) => land(e.statsborgerskap), {
    felt: 'statsborgerskap',
    regel: 'Navnet på landet i det nyeste.',
  }),
  borgerskap.en('ervervsdato', 'Statsborgerskap fra', (e) => e.ervervsdato, { type: 'dato' }),
  opphold.en('type', 'Oppholdstillatelse', (e) => e.oppholdstillatelse, { felt: 'oppholdstillatelse' }),
  opphold.en('fra', 'Oppholdstillatelse fra', (e) => e.oppholdFra, { type: 'dato', felt: 'oppholdFra' }),
  opphold.en('til', 'Oppholdstillatelse til', (e) => e.oppholdTil, { type: 'dato', felt: 'oppholdTil' }),
  innflytting.en('fraLand', 'Innflyttet fra land', (e) => e.fraflyttingsland, { felt: 'fraflyttingsland' }),
  innflytting.en('fraSted', 'Innflyttet fra sted', (e) => e.fraflyttingsstedIUtlandet, {
    felt: 'fraflyttingsstedIUtlandet',
  }),
  innflytting.en('dato', 'Innflyttet dato', (e) => e.gyldighetstidspunkt?.slice(0, 10), {
    type: 'dato',
    felt: 'gyldighetstidspunkt',
    regel: 'Dagen i gyldighetstidspunktet.',
  }),
  utflytting.en('tilLand', 'Utflyttet til land', (e) => e.tilflyttingsland, { felt: 'tilflyttingsland' }),
  utflytting.en('tilSted', 'Utflyttet til sted', (e) => e.tilflyttingsstedIUtlandet, {
    felt: 'tilflyttingsstedIUtlandet',
  }),
  utflytting.en('dato', 'Utflyttingsdato', (e) => e.utflyttingsdato, {
    type: 'dato',
    felt: 'utflyttingsdato',
  }),
  iRolle('mor', 'Mor', 'mor'),
  iRolle('far', 'Far', 'far'),
  iRolle('medmor', 'Medmor', 'medmor'),
  iRolle('barn', 'Barn', 'barn'),
  ansvar.alle('ansvar', 'Foreldreansvar', (e) => e.ansvar),
  ansvar.alle('ansvarlig', 'Foreldreansvar, ansvarlig', (e) => e.ansvarlig, {
    regel: 'Numrene til dem som har foreldreansvaret.',
  }),
  verge.alle('type', 'Vergemål', (e) => e.vergemaaltype, { felt: 'vergemaaltype' }),
  verge.alle('verge', 'Verge', (e) => e.verge?.foedselsEllerDNummer, {
    felt: 'verge.foedselsEllerDNummer',
    regel: 'Numrene til vergene.',
  }),
  doedsbo.en('skifteform', 'Dødsbo, skifteform', (e) => e.skifteform),
  doedsbo.en('adresse', 'Dødsbo, adresse', (e) => e.adresse?.adresselinje?.join(', '), {
    regel: 'Adresselinjene med komma mellom.',
  }),
  doedsbo.en('postnummer', 'Dødsbo, postnummer', (e) => e.adresse?.postnummer, { felt: 'adresse' }),
  doedsbo.en('poststed', 'Dødsbo, poststed', (e) => e.adresse?.poststedsnavn, { felt: 'adresse' }),
];
