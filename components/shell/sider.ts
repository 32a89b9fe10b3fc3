/** The pages of the menu, with who may see them and the letter that leads there after `g`. */
import type { Route } from 'next';
import type { Handling } from '#lib/domain/session/session.ts';

/** The text of a page is `felles.sider.<tekst>`. The server decides by the same table of acts; the menu only follows. */
const SIDER = [
  { href: '/', handling: 'oppslag', tekst: 'oppslag', tast: 's' },
  { href: '/soek', handling: 'soek', tekst: 'soek', tast: 't' },
  { href: '/bulk', handling: 'bulk', tekst: 'bulk', tast: 'm' },
  { href: '/uttrekk', handling: 'uttrekkVisning', tekst: 'uttrekk', tast: 'u' },
  { href: '/revisjonslogg', handling: 'revisjonslogg', tekst: 'revisjonslogg', tast: 'r' },
  { href: '/tilgang/gjennomgang', handling: 'tilgangGjennomgang', tekst: 'gjennomgang', tast: 'j' },
  { href: '/tilgang', handling: 'tilgangVisning', tekst: 'tilgang', tast: 'a' },
  { href: '/innsyn', handling: 'innsyn', tekst: 'innsyn', tast: 'i' },
  { href: '/kontroll', handling: 'kontroll', tekst: 'kontroll', tast: 'k' },
  { href: '/drift', handling: 'drift', tekst: 'drift', tast: 'd' },
  { href: '/mine-oppslag', handling: 'mineOppslag', tekst: 'mineOppslag', tast: 'o' },
] as const satisfies readonly { href: Route; handling: Handling; tekst: string; tast: string }[];

export type Side = (typeof SIDER)[number];

/** The pages that a user with these rights has, in the order of the menu. */
export function listSider(handlinger: readonly Handling[]): Side[] {
  return SIDER.filter(({ handling }) => handlinger.includes(handling));
}
