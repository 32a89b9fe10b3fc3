/** The pages of the menu, with who may see them and the letter that leads there after `g`. */
import type { Route } from 'next';
import type { Handling } from '#lib/domain/session/session.ts';

type Sideform = { href: Route; handling: Handling; tekst: string; tast: string };

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
  { href: '/kontroll/enhet', handling: 'kontrollBekreftelse', tekst: 'stikkproever', tast: 'p' },
  { href: '/drift', handling: 'drift', tekst: 'drift', tast: 'd' },
] as const satisfies readonly Sideform[];

/** What is about the user herself stands behind her name: the header has room for one line. */
const EGNE_SIDER = [
  { href: '/mine-oppslag', handling: 'mineOppslag', tekst: 'mineOppslag', tast: 'o' },
] as const satisfies readonly Sideform[];

export type Side = (typeof SIDER | typeof EGNE_SIDER)[number];

function keepTillatte(sider: readonly Side[], handlinger: readonly Handling[]): Side[] {
  return sider.filter(({ handling }) => handlinger.includes(handling));
}

/** The pages of the header that a user with these rights has, in order. */
export const listMenysider = (handlinger: readonly Handling[]): Side[] => keepTillatte(SIDER, handlinger);

/** Those behind her name. */
export const listEgneSider = (handlinger: readonly Handling[]): Side[] =>
  keepTillatte(EGNE_SIDER, handlinger);

/** All of them: what the keys lead to. */
export const listSider = (handlinger: readonly Handling[]): Side[] =>
  keepTillatte([...SIDER, ...EGNE_SIDER], handlinger);

/**
 * What a page of a menu is to the page that is open (`aria-current`): that page, the one it lies under, or neither.
 *
 * @param sider the whole menu: a page that has a place of its own lies under no other
 */
export function findAriaCurrent(
  href: string,
  sider: readonly { href: string }[],
  pathname: string,
): 'page' | 'true' | undefined {
  if (pathname === href) return 'page';
  const isOwn = sider.some((side) => side.href === pathname);
  return !isOwn && pathname.startsWith(`${href}/`) ? 'true' : undefined;
}
