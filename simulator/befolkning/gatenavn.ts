/** Street and farm names: invented from a first and a last part, in the spelling streets have (not upper case). */
import { hash, toElement } from './tilfeldig.ts';

const FORLEDD =
  `Alme Ambolt Aske Aurora Bakke Bekke Bever Bjørke Blåbær Blåklokke Brekke Brenne Bris Bukke Dal Dompap
  Drivhus Dugg Eike Einer Elve Eng Erle Fager Fiol Fjell Fjære Fjøs Flint Fløyte Foss Fure Føll Gauke Geitrams Glimmer
  Gran Granitt Grav Grinde Gråor Hare Hassel Haug Havre Hegre Heim Hjorte Holme Humle Hvete Ildfugl Is
  Kalk Kirke Kjerne Klokker Klubbe Knaus Kobber Kongle Krokus Kvarts Kvern Lerke Liljekonvall Lund Lyng Lærke Løken
  Løvetann Maure Meis Molte Mose Myr Måke Måne Nattergal Nord Nype Orre Ospe Perle Pile Prest Rav Reve Ringduer
  Rogne Rugde Rype Rød Rådyr Selje Silde Skifer Skogs Skrent Slåpe Snø Sol Spar Spover Steine Stjerne Storhaug Strand
  Svale Syrin Sør Teig Tind Tjeld Torg Trane Trost Tun Tyri Ugle Ulv Urd Vad Valmue Vestre Vibe Vidje Vind Øst Østre
  Åker Ås`.split(/\s+/);

const ETTERLEDD =
  `veien vegen gata gaten stien bakken lia tunet svingen kroken toppen haugen kleiva sletta ringen
  jordet brekka berget moen løkka plassen skrenten vika neset åsen smuget alleen dalen enga hagen`.split(
    /\s+/,
  );

/** Every pair of parts, made once: first parts by last parts. */
const GATENAVN = FORLEDD.map((forledd) => ETTERLEDD.map((etterledd) => forledd + etterledd));

/** The name of street number `gate` in a municipality: always the same for the same pair. */
export function toGatenavn(kommuneplass: number, gate: number): string {
  const h = hash(0x6a7e, kommuneplass, gate);
  return toElement(hash(h, 1), toElement(h, GATENAVN));
}
