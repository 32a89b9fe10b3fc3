/** The fields as the text of `docs/uttrekksfelter.md`, for the people who order and receive uttrekk. */

import { PAKKER } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import { RETTIGHETSPAKKER } from '#lib/domain/rettighetspakke/rettighetspakker.ts';
import { SKILLE, type Uttrekksfelt } from './felt.ts';
import { isFeltIPakken, UTTREKKSFELTER } from './uttrekksfelter.ts';

const TYPE: Record<Uttrekksfelt['type'], string> = { tekst: 'tekst', dato: 'dato', heltall: 'heltall' };

const HODE = `# Felter i et uttrekk

Skrevet av koden (\`lib/domain/uttrekk/felter\`); en test sier fra når filen er foreldet, og \`npx vitest run --project unit lib/domain/uttrekk/felter -u\` skriver den på nytt.

## Regler

* En kolonne er ett felt av én egenskap, slik registeret har den. Navnet på kolonnen er feltets id.
* **Nå** er det registeret har merket som gjeldende. **Per dato** er det som gjaldt den dagen etter registerets rettede historikk; det som bare kan ha gjaldt, er ikke med.
* Av flere som gjelder samtidig, tas den nyeste. Felter som kan ha flere verdier, har alle, nyeste først, med \`${SKILLE}\` mellom.
* Mangler verdien, er cellen tom. Tom sier ikke om opplysningen mangler eller er skjermet.
* Personer med adressebeskyttelse er ikke med i noe uttrekk. De telles sammen med dem registeret ikke ga noe om. Graderte adresser hos andre er tomme.
* Tall som er nøkler (personnummer, postnummer, kommunenummer), er tekst. Åpner du en CSV-fil rett i et regneark, kan programmet fjerne nuller foran; bruk XLSX eller les kolonnene som tekst.
* I CSV har en celle som kunne blitt lest som formel, en apostrof foran. NDJSON, XLSX og Parquet har cellene urørt.
* En dato er \`ÅÅÅÅ-MM-DD\`. I Parquet er den en ekte dato; en verdi som ikke finnes i kalenderen, er tom der og uendret i de andre.
* XLSX tar 200 000 rader, de andre har ingen grense. Dokumenter fås som NDJSON slik registeret leverte dem, uten det som er skjermet, eller som tekst i én kolonne.

## Feltene

Taushetsbelagte felter krever godkjenning. Siste kolonne er pakkene som har feltet.
`;

const kort = (felt: Uttrekksfelt): string => {
  const pakker = PAKKER.filter((pakke) => isFeltIPakken(felt, pakke));

  return pakker.length === PAKKER.length
    ? 'alle'
    : pakker.map((pakke) => RETTIGHETSPAKKER[pakke].kort).join(', ');
};

const toRad = (felt: Uttrekksfelt): string =>
  `| \`${felt.id}\` | ${felt.navn} | ${TYPE[felt.type]} | \`${felt.egenskap}\` | ${felt.taushetsbelagt ? 'ja' : ''} | ${felt.regel} | ${kort(felt)} |`;

/** The whole file. */
export function showFeltkatalog(): string {
  const rader = UTTREKKSFELTER.map(toRad).join('\n');

  return `${HODE}
| felt | navn | type | egenskap | taushetsbelagt | regel | pakker |
|---|---|---|---|---|---|---|
${rader}
`;
}
