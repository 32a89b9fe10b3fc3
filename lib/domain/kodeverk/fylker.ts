/**
 * The 15 fylker of today, number and name. A fylke's number is the first two digits of its municipalities'.
 * Source: Statistics Norway's standard for fylkesinndeling as of 2024-01-01 (unchanged to 2026).
 */
export const FYLKER: readonly { nummer: string; navn: string }[] = [
  { nummer: '03', navn: 'Oslo' },
  { nummer: '11', navn: 'Rogaland' },
  { nummer: '15', navn: 'Møre og Romsdal' },
  { nummer: '18', navn: 'Nordland' },
  { nummer: '31', navn: 'Østfold' },
  { nummer: '32', navn: 'Akershus' },
  { nummer: '33', navn: 'Buskerud' },
  { nummer: '34', navn: 'Innlandet' },
  { nummer: '39', navn: 'Vestfold' },
  { nummer: '40', navn: 'Telemark' },
  { nummer: '42', navn: 'Agder' },
  { nummer: '46', navn: 'Vestland' },
  { nummer: '50', navn: 'Trøndelag' },
  { nummer: '55', navn: 'Troms' },
  { nummer: '56', navn: 'Finnmark' },
];
