/**
 * Every way a call to the register can end: one closed union. An outcome is a value; only a fault of ours is thrown.
 *
 * Rule: nothing here carries a message text, a URL or a body from the register. Codes are kept, words are not. A 404 is
 * `ikkeFunnet`, which says what the register answered and never that a person does not exist (freg-contract.md
 * section 8 no 1: false 404 for hours).
 */
import 'server-only';
import type { Egenskapshendelse, Hendelsesinnhold } from '#lib/domain/hendelse/hendelse.ts';

/** A person document as delivered: a JSON object, read no further here (freg-contract.md section 2). */
export type PersonDokument = Readonly<Record<string, unknown>>;

/** Why the certificate, ours or the register's, stops the call: waiting does not heal it. */
export type SertifikatGrunn =
  /** A file is not there or cannot be opened. */
  | 'mangler'
  /** A file is there and is not what it should be. */
  | 'uleselig'
  /** A PKCS#12 file with algorithms that OpenSSL 3 refuses (RC2, 3DES): it must be converted. */
  | 'utdatertFormat'
  | 'feilPassord'
  /** The key does not belong to the certificate. */
  | 'feilNoekkel'
  /** The certificate is for signing documents or for encryption, not for authentication (security.md R-16). */
  | 'feilNoekkelbruk'
  | 'ikkeGyldigEnnaa'
  | 'utloept'
  /** The register refused it: none shown, unknown issuer, revoked. */
  | 'avvist'
  /** The register's own certificate comes from no issuer that we trust. */
  | 'ukjentUtsteder'
  /** The register's own certificate is outside its period. */
  | 'tjenerUtloept'
  /** The register's own certificate is for another name than the one called. */
  | 'tjenerFeilNavn';

type UgyldigSvarGrunn =
  /** The answer is about somebody else than the one asked for (security.md R-12). Nothing of it is kept. */
  | 'feilPerson'
  | 'ikkeJson'
  | 'forStort'
  | 'avkortet'
  | 'innholdstype'
  /** A compressed body, which we never ask for (security.md R-13, gzip bomb). */
  | 'innholdskoding'
  /** A status that the contract does not have, redirects among them: they are not followed. */
  | 'uventetStatus';

/** One person, as `personer/{id}` and `personer/entydigsoek` give her. */
export type Funnet = {
  kind: 'funnet';
  dokument: PersonDokument;
  /** False where the package or the criteria leave no number to compare (section 3.3), so nothing was checked. */
  identitetKontrollert: boolean;
  /** Calls made for this answer, 1 or more. */
  forsoek: number;
  /** Milliseconds from start to answer, waits included. */
  ms: number;
  /** `x-request-id` of the answer. No source documents such a header, so it is usually null. */
  fregRequestId: string | null;
};

/** The numbers of those who fit, as `personer/soek` gives them: at most 10 000, in the register's order. */
export type Treff = { kind: 'treff'; numre: string[] };

/** What `personer/bulkoppslag` said of one number that was asked for. */
export type Bulkpost =
  | { nummer: string; utfall: 'funnet'; dokument: PersonDokument }
  /** No document came for the number: unknown, ended, or left out of the answer. */
  | { nummer: string; utfall: 'ikkeFunnet' }
  /** The document that came is about somebody else (security.md R-12); nothing of it is kept. */
  | { nummer: string; utfall: 'feilPerson' };

/** One post for each number asked for, in the order asked; `uteblitt` of them had no row at all in the answer. */
export type Bulksvar = { kind: 'bulk'; poster: Bulkpost[]; uteblitt: number };

/** What `personer/bulkoppslag/arkiv` said of one document; null where the register has none to give. */
export type Arkivpost = { id: string; dokument: PersonDokument | null };

/** One post for each id asked for, in the order asked; `uteblitt` of them had no row at all in the answer. */
export type Arkivsvar = { kind: 'arkiv'; poster: Arkivpost[]; uteblitt: number };

/** What an order of uttrekk ended with, beyond the ways any call can end. */
export type Bestilt =
  /** The register has the order. `jobbId` is its name of the job, opaque. */
  | { kind: 'bestilt'; jobbId: string }
  /** The order may have reached the register and the answer is lost: sent again it could be two (security.md R-03). */
  | { kind: 'ukjentUtfall' };

/** What one batch of an uttrekk ended with, beyond the ways any call can end (freg-contract.md section 1.2 no 15). */
export type Batchsvar =
  /** Identifiers of persons or of documents, as the order was of one or the other; doubles are left as they came. */
  | { kind: 'batch'; ider: string[] }
  /** 200 with nothing: there are no more batches. */
  | { kind: 'slutt' }
  /** 404: not ready yet. */
  | { kind: 'ikkeKlar' }
  /** 410: the register has no such job. */
  | { kind: 'borte' };

/** One entry of the feed. `nummer` is whom it is about, eleven digits; null where the register does not say. */
export type Feedhendelse = { sekvensnummer: number; nummer: string | null; innhold: Hendelsesinnhold };

/** What one page of the feed ended with, beyond the ways any call can end (section 1.2 no 8). */
export type Feedsvar =
  /** From the number asked for, ascending, with gaps; fewer than `FEED_SIDE` of them are the last there are. */
  | { kind: 'hendelser'; hendelser: Feedhendelse[]; etag: string | null }
  /** 304: the page is as it was when it had the `etag` that was sent. */
  | { kind: 'uendret' }
  /** 406: what happened since that number is partly deleted, as it is after 36 months. */
  | { kind: 'forGammel' };

/** What one hendelse changed, in the register's order; none where the document names none. */
export type Hendelsessvar = { kind: 'hendelse'; egenskapshendelser: Egenskapshendelse[] };

/** How far the feed has come. */
export type Sekvenssvar = { kind: 'sekvensnummer'; sekvensnummer: number };

/** Every way a call can end without what it asked for. `kode` is the register's own error code (section 1.3), or null. */
export type FregFeil =
  /** 404: unknown person, no unique hit, wrong address or a fault at the source; the register does not say which. */
  | { kind: 'ikkeFunnet' }
  /** 400: a criterion is malformed or the combination gives no rett til treff (section 4.2). */
  | { kind: 'ugyldigForespoersel'; kode: string | null }
  /** 406: a `part` that the package does not have (section 1.3). */
  | { kind: 'ugyldigDel'; kode: string | null }
  /** 401. */
  | { kind: 'ikkeAutentisert'; kode: string | null }
  /** 403 from the register itself: the organisation lacks the package or the service. */
  | { kind: 'manglerTilgang'; kode: string | null }
  /** 429, or a wait asked for that the time left does not hold (security.md R-01). Milliseconds until it may be tried. */
  | { kind: 'opptatt'; proevIgjenOmMs: number }
  /** No complete answer in time (security.md R-04). */
  | { kind: 'tidsavbrudd' }
  | {
      kind: 'utilgjengelig';
      /** `kretsAapen`: no call was made, since most of the last ones failed (security.md R-05). */
      grunn: 'forbindelse' | 'tjenerfeil' | 'brutt' | 'kretsAapen';
    }
  | { kind: 'sertifikat'; grunn: SertifikatGrunn }
  /** An HTML page: the firewall in front of the register. Its support id is what the register's support asks for. */
  | { kind: 'blokkertAvBrannmur'; supportId: string | null }
  | { kind: 'ugyldigSvar'; grunn: UgyldigSvarGrunn }
  /** The caller's signal: nobody waits for the answer any more. */
  | { kind: 'avbrutt' };

/** How a call for one person can end. */
export type FregSvar = Funnet | FregFeil;

/**
 * What may be logged of a call or of the certificate: shape, never content (security.md R-20). The keys are those the
 * portal's logger takes.
 */
export type FregLogEntry = {
  nivaa: 'info' | 'warn' | 'error';
  hendelse: 'freg.kall' | 'freg.sertifikat';
  /** URL template. */
  mal?: string;
  pakke?: string;
  status?: number;
  ms?: number;
  /** Which attempt; 0 when no call was made. */
  forsoek?: number;
  /** Days until the certificate expires. */
  antall?: number;
  /** Our own request id, given by the caller. */
  requestId?: string;
  /** Outcome, reason and the register's error code, e.g. `utilgjengelig:tjenerfeil:FREG-001`. */
  kode: string;
};
