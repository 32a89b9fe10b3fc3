/**
 * The types of the hendelsesdokument and of the feed's entries, in the notation of `modell.ts`, for the schema
 * resources. What was registered has the types of the person document, but says nothing of what is current.
 * Source: freg-contract.md sections 2 (metadata), 5.2 and 5.3.
 */
import { FOLKEREGISTERPERSON, MED_METADATA, METADATA, type Modelltyper, UTEN_METADATA } from './modell.ts';

export const NAVNEROM_HENDELSE = 'folkeregisteret:tilgjengeliggjoering:hendelse:v1';

const METADATA_UTEN_GJELDENDE = METADATA.replace('erGjeldende:bool ', '');

export const HENDELSESDOKUMENT: Modelltyper = {
  DokumentForHendelse: 'dokumentidentifikator! skjemaversjon! hendelse!:Hendelse',
  Hendelse:
    'folkeregisteridentifikator!:elleve hendelsestype! ajourholdstidspunkt!:tid egenskapshendelse*:Registerdata hendelsesaarsakIDsf',
  Registerdata: `entitet! entitetsendring! ${FOLKEREGISTERPERSON.replaceAll('*', '')}`,
  ...Object.fromEntries(
    Object.entries(MED_METADATA).map(([navn, felter]) => [navn, `${METADATA_UTEN_GJELDENDE} ${felter}`]),
  ),
  /** Another name for the field than the person document has (section 5.2). */
  Identitetsgrunnlag: `${METADATA_UTEN_GJELDENDE} legitimasjonskontroll!`,
  ...UTEN_METADATA,
};

export const FEEDINNSLAG: Modelltyper = {
  LagretHendelse: 'sekvensnummer!:sekvensnummer hendelse!:HendelseMedDokumentidentifikatorer',
  HendelseMedDokumentidentifikatorer:
    'folkeregisteridentifikator:elleve hendelsetype hendelsesdokument persondokument ajourholdstidspunkt:tid',
};
