/** What can have been done with a user's access. Each has a text: `tilgang.hendelse.<slag>`. No schema library here. */
export const TILGANGSHENDELSER = [
  'gitt',
  'bekreftet',
  'avslaatt',
  'trukket',
  'fratatt',
  'sperret',
  'aapnet',
  'oekterAvsluttet',
  'enhetSatt',
  'beholdtIGjennomgang',
  'fjernetIGjennomgang',
] as const;
export type Tilgangshendelse = (typeof TILGANGSHENDELSER)[number];
