/**
 * Names that a municipality number had before the one in the other tables: number, the last year of the name, the name.
 * The register keeps the number of its time, and some numbers went on to another municipality.
 *
 * Source: the register's own list of historical municipalities (names that ended from 1900 to 1987), and the merger of
 * 2002 in Statistics Norway's standard for kommuneinndeling. Changes of spelling after 1987 are not in it.
 */
export const TIDLIGERE_KOMMUNENAVN = `
0119 1963 Øymark;0221 1924 Høland;0221 1965 Søndre Høland;0421 1963 Vinger;0432 1964 Ytre Rendal
0435 1965 Os;0516 1964 Heidal;0518 1965 Nord-Fron;0522 1961 Østre Gausdal;0601 1963 Hønefoss
0629 1907 Sandsvær;0633 1961 Nore;0701 1963 Svelvik;0704 1964 Åsgårdstrand;0711 1963 Strømm
0712 1963 Skoger;0715 1963 Botne;0716 2001 Våle;0724 1931 Sandherad;0798 1929 Fredriksvern
0815 1959 Skåtøy;0819 1963 Holla;0833 1963 Lårdal;0914 1959 Holt;0915 1932 Dyvåg;0918 1949 Østre Moland
0918 1961 Austre Moland;0922 1930 His;0926 1961 Vestre Moland;0937 1959 Evje;1017 1963 Greipstad
1021 1963 Øyslebø;1024 1901 Bjelland og Grindum;1027 1910 Nordre Undal;1027 1963 Konsmo
1029 1963 Sør-Audnedal;1037 1962 Liknes;1046 1904 Siredalen;1046 1959 Tonstad;1101 1964 Egersund
1119 1963 Nærbø;1122 1964 Gjestal;1124 1930 Håland;1144 1936 Kvitingsøy;1149 1964 Åkra;1151 1935 Utsire
1154 1964 Skjold;1218 1916 Finnaas;1226 1901 Strandebarm og Varaldsø;1231 1963 Kinsarvik;1250 1963 Haus
1251 1963 Bruvik;1253 1963 Hosanger;1259 1963 Hjelme;1260 1963 Hordabø;1265 1947 Masfjorden
1401 1963 Florø;1415 1904 Lavik og Brekke;1416 1963 Kyrkjebø;1439 1963 Sør-Vågsøy;1523 1964 Sunnylven
1531 1967 Borgund;1539 1963 Grytten;1545 1923 Aukra;1545 1964 Sør-Aukra;1547 1964 Nord-Aukra
1554 1963 Bremsnes;1573 1959 Edøy;1574 1938 Bratvær;1601 1929 Trondhjem;1601 1931 Nidaros
1613 1938 Snilfjord;1619 1905 Frøien;1620 1963 Nord-Frøya;1630 1934 Å;1644 1971 Ålen;1648 1963 Støren
1651 1931 Hølandet;1714 1901 Nedre Stjørdalen;1719 1961 Skogn
1723 1900 Mosviken og Verran;1737 1915 Lierne;1738 1963 Nordli;1806 1963 Svolvær;1812 1940 Vik
1813 1963 Velfjord;1821 1948 Stamnes;1833 1922 Mo;1833 1963 Nord-Rana;1846 1905 Nordfolden-Kjerringø
1860 1962 Buksnes;1871 1963 Bjørnskinn;1923 1963 Øverbygd;1937 1938 Sørfjord;2019 1949 Kjelvik
2028 1954 Vardø herred
`;
