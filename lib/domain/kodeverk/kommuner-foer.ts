/**
 * Municipality numbers that are no longer in use, with the last name each had: the register keeps the number of
 * its time on historical addresses (freg-contract.md section 2, "Historical addresses").
 *
 * Sources: for numbers that ended before 1988 the register's own list of historical municipalities, for 1988 to 2023
 * Statistics Norway's standard for kommuneinndeling (changes of 1992, 2002, 2006, 2012, 2017, 2018, 2020 and 2024).
 * A number that is in use today stands in `kommuner-i-dag.ts` only.
 */
export const KOMMUNER_1988_TIL_2023 = `
0105 Sarpsborg;0106 Fredrikstad
0403 Hamar
0701 Horten;0704 Tønsberg;0709 Larvik;0710 Sandefjord;0712 Larvik;0713 Sande;0715 Holmestrand;0716 Re
0729 Færder
0906 Arendal
1502 Molde;1504 Ålesund;1507 Ålesund
1756 Inderøy
1903 Harstad;1939 Storfjord;1940 Gáivuotna - Kåfjord
2004 Hammerfest
3001 Halden;3002 Moss;3003 Sarpsborg;3004 Fredrikstad;3005 Drammen;3006 Kongsberg;3007 Ringerike
3011 Hvaler;3012 Aremark;3013 Marker;3014 Indre Østfold;3015 Skiptvet;3016 Rakkestad;3017 Råde;3018 Våler
3019 Vestby;3020 Nordre Follo;3021 Ås;3022 Frogn;3023 Nesodden;3024 Bærum;3025 Asker;3026 Aurskog-Høland
3027 Rælingen;3028 Enebakk;3029 Lørenskog;3030 Lillestrøm;3031 Nittedal;3032 Gjerdrum;3033 Ullensaker
3034 Nes;3035 Eidsvoll;3036 Nannestad;3037 Hurdal;3038 Hole;3039 Flå;3040 Nesbyen;3041 Gol;3042 Hemsedal
3043 Ål;3044 Hol;3045 Sigdal;3046 Krødsherad;3047 Modum;3048 Øvre Eiker;3049 Lier;3050 Flesberg
3051 Rollag;3052 Nore og Uvdal;3053 Jevnaker;3054 Lunner
3801 Horten;3802 Holmestrand;3803 Tønsberg;3804 Sandefjord;3805 Larvik;3806 Porsgrunn;3807 Skien
3808 Notodden;3811 Færder;3812 Siljan;3813 Bamble;3814 Kragerø;3815 Drangedal;3816 Nome
3817 Midt-Telemark;3818 Tinn;3819 Hjartdal;3820 Seljord;3821 Kviteseid;3822 Nissedal;3823 Fyresdal
3824 Tokke;3825 Vinje
5004 Steinkjer;5005 Namsos;5011 Hemne;5012 Snillfjord;5013 Hitra;5015 Ørland;5016 Agdenes;5017 Bjugn
5018 Åfjord;5019 Roan;5023 Meldal;5024 Orkdal;5030 Klæbu;5039 Verran;5040 Namdalseid;5048 Fosnes
5050 Vikna;5051 Nærøy
5401 Tromsø;5402 Harstad;5403 Alta;5404 Vardø;5405 Vadsø;5406 Hammerfest;5411 Kvæfjord;5412 Tjeldsund
5413 Ibestad;5414 Gratangen;5415 Lavangen;5416 Bardu;5417 Salangen;5418 Målselv;5419 Sørreisa;5420 Dyrøy
5421 Senja;5422 Balsfjord;5423 Karlsøy;5424 Lyngen;5425 Storfjord;5426 Kåfjord;5427 Skjervøy
5428 Nordreisa;5429 Kvænangen;5430 Kautokeino;5432 Loppa;5433 Hasvik;5434 Måsøy;5435 Nordkapp
5436 Porsanger;5437 Karasjok;5438 Lebesby;5439 Gamvik;5440 Berlevåg;5441 Tana;5442 Nesseby;5443 Båtsfjord
5444 Sør-Varanger
`;

export const KOMMUNER_FOER_1988 = `
0101 Halden;0102 Sarpsborg;0103 Fredrikstad;0104 Moss;0111 Hvaler;0112 Torsnes;0113 Borge;0114 Varteig
0115 Skjeberg;0116 Berg;0117 Idd;0118 Aremark;0119 Marker;0120 Rødenes;0121 Rømskog;0122 Trøgstad
0123 Spydeberg;0124 Askim;0125 Eidsberg;0126 Mysen;0127 Skiptvet;0128 Rakkestad;0129 Degernes;0130 Tune
0131 Rolvsøy;0132 Glemmen;0133 Kråkerøy;0134 Onsøy;0135 Råde;0136 Rygge;0137 Våler;0138 Hobøl;0194 Jeløy
0201 Son;0202 Hvitsten;0203 Drøbak;0204 Hølen;0211 Vestby;0212 Kråkstad;0213 Ski;0214 Ås;0215 Frogn
0216 Nesodden;0217 Oppegård;0218 Aker;0219 Bærum;0220 Asker;0221 Aurskog-Høland;0222 Nordre Høland
0223 Setskog;0224 Aurskog;0225 Blaker;0226 Sørum;0227 Fet;0228 Rælingen;0229 Enebakk;0230 Lørenskog
0231 Skedsmo;0232 Lillestrøm;0233 Nittedal;0234 Gjerdrum;0235 Ullensaker;0236 Nes;0237 Eidsvoll
0238 Nannestad;0239 Hurdal;0240 Feiring
0401 Hamar;0402 Kongsvinger;0411 Nes;0412 Ringsaker;0413 Furnes;0414 Vang;0415 Løten;0416 Romedal
0417 Stange;0418 Nord-Odal;0419 Sør-Odal;0420 Eidskog;0421 Kongsvinger;0422 Brandval;0423 Grue;0424 Hof
0425 Åsnes;0426 Våler;0427 Elverum;0428 Trysil;0429 Åmot;0430 Stor-Elvdal;0431 Sollia;0432 Rendalen
0433 Øvre Rendal;0434 Engerdal;0435 Tolga-Os;0436 Tolga;0437 Tynset;0438 Alvdal;0439 Folldal;0440 Kvikne
0441 Os
0501 Lillehammer;0502 Gjøvik;0511 Dovre;0512 Lesja;0513 Skjåk;0514 Lom;0515 Vågå;0516 Nord-Fron;0517 Sel
0518 Fron;0519 Sør-Fron;0520 Ringebu;0521 Øyer;0522 Gausdal;0523 Vestre Gausdal;0524 Fåberg;0525 Biri
0526 Snertingdal;0527 Vardal;0528 Østre Toten;0529 Vestre Toten;0530 Eina;0531 Kolbu;0532 Jevnaker
0533 Lunner;0534 Gran;0535 Brandbu;0536 Søndre Land;0537 Fluberg;0538 Nordre Land;0539 Torpa
0540 Sør-Aurdal;0541 Etnedal;0542 Nord-Aurdal;0543 Vestre Slidre;0544 Øystre Slidre;0545 Vang
0580 Sollien
0601 Ringerike;0602 Drammen;0603 Holmsbu;0604 Kongsberg;0605 Ringerike;0611 Tyristrand;0612 Hole
0613 Norderhov;0614 Ådal;0615 Flå;0616 Nes;0617 Gol;0618 Hemsedal;0619 Ål;0620 Hol;0621 Sigdal
0622 Krødsherad;0623 Modum;0624 Øvre Eiker;0625 Nedre Eiker;0626 Lier;0627 Røyken;0628 Hurum
0629 Ytre Sandsvær;0630 Øvre Sandsvær;0631 Flesberg;0632 Rollag;0633 Nore og Uvdal;0634 Uvdal;0680 Strømm
0681 Strømsgodset
0702 Holmestrand;0703 Horten;0705 Tønsberg;0706 Sandefjord;0707 Larvik;0708 Stavern;0711 Svelvik;0714 Hof
0717 Borre;0718 Ramnes;0719 Andebu;0720 Stokke;0721 Sem;0722 Nøtterøy;0723 Tjøme;0724 Sandar
0725 Tjølling;0726 Brunlanes;0727 Hedrum;0728 Lardal;0798 Stavern
0801 Kragerø;0802 Langesund;0803 Stathelle;0804 Brevik;0805 Porsgrunn;0806 Skien;0807 Notodden
0811 Siljan;0812 Gjerpen;0813 Eidanger;0814 Bamble;0815 Kragerø;0816 Sannidal;0817 Drangedal;0818 Solum
0819 Nome;0820 Lunde;0821 Bø;0822 Sauherad;0823 Heddal;0824 Gransherad;0825 Hovin;0826 Tinn;0827 Hjartdal
0828 Seljord;0829 Kviteseid;0830 Nissedal;0831 Fyresdal;0832 Mo;0833 Tokke;0834 Vinje;0835 Rauland
0901 Risør;0902 Tvedestrand;0903 Arendal;0904 Grimstad;0905 Lillesand;0911 Gjerstad;0912 Vegårshei
0913 Søndeled;0914 Tvedestrand;0915 Dypvåg;0916 Flosta;0917 Stokken;0918 Moland;0919 Froland;0920 Øyestad
0921 Tromøy;0922 Hisøy;0923 Fjære;0924 Landvik;0925 Eide;0926 Lillesand;0927 Høvåg;0928 Birkenes
0929 Åmli;0930 Gjøvdal;0931 Tovdal;0932 Mykland;0933 Herefoss;0934 Vegusdal;0935 Iveland;0936 Hornnes
0937 Evje og Hornnes;0938 Bygland;0939 Hylestad;0940 Valle;0941 Bykle;0980 Aaseral;0990 Barbu
1001 Kristiansand;1002 Mandal;1003 Farsund;1004 Flekkefjord;1011 Randesund;1012 Oddernes;1013 Tveit
1014 Vennesla;1015 Hægeland;1016 Øvrebø;1017 Songdalen;1018 Søgne;1019 Halse og Harkmark;1020 Holum
1021 Marnardal;1022 Laudal;1023 Finsland;1024 Bjelland;1025 Grindheim;1026 Åseral;1027 Audnedal
1028 Vigmostad;1029 Lindesnes;1030 Spangereid;1031 Austad;1032 Lyngdal;1033 Kvås;1034 Hægebostad
1035 Eiken;1036 Fjotland;1037 Kvinesdal;1038 Feda;1039 Herad;1040 Spind;1041 Lista;1042 Hidra;1043 Nes
1044 Gyland;1045 Bakke;1046 Sirdal;1047 Øvre Sirdal
1102 Sandnes;1104 Skudeneshavn;1105 Kopervik;1107 Sogndal;1113 Heskestad;1115 Helleland;1116 Eigersund
1117 Ogna;1118 Varhaug;1123 Høyland;1125 Madla;1126 Hetland;1128 Høle;1129 Forsand;1131 Årdal;1132 Fister
1136 Sand;1137 Erfjord;1138 Jelsa;1139 Nedstrand;1140 Sjernarøy;1141 Finnøy;1142 Rennesøy;1143 Mosterøy
1147 Avaldsnes;1148 Stangaland;1150 Skudenes;1152 Torvastad;1153 Skåre;1154 Vindafjord;1155 Vats
1156 Imsland;1157 Vikedal;1158 Sandeid
1201 Bergen;1211 Etne;1212 Skånevik;1213 Fjelberg;1214 Ølen;1215 Vikebygd;1216 Sveio;1217 Valestrand
1218 Moster;1219 Bømlo;1220 Bremnes;1221 Stord;1222 Fitjar;1223 Tysnes;1224 Kvinnherad;1225 Varaldsøy
1226 Strandebarm;1227 Jondal;1228 Odda;1229 Røldal;1230 Ullensvang;1231 Ullensvang;1232 Eidfjord
1233 Ulvik;1234 Granvin;1235 Voss;1236 Vossestrand;1237 Evanger;1238 Kvam;1239 Hålandsdal;1240 Strandvik
1241 Fusa;1242 Samnanger;1243 Os;1244 Austevoll;1245 Sund;1246 Fjell;1247 Askøy;1248 Laksevåg;1249 Fana
1250 Arna;1251 Vaksdal;1252 Modalen;1253 Osterøy;1254 Hamre;1255 Åsane;1256 Meland;1257 Alversund
1258 Herdla;1259 Øygarden;1260 Radøy;1261 Manger;1262 Sæbø;1263 Lindås;1264 Austrheim;1265 Fedje
1266 Masfjorden;1280 Aarstad;1281 Dom- og Korskirkens Landdistrikt;1282 Eid
1401 Flora;1411 Gulen;1412 Solund;1413 Hyllestad;1414 Brekke;1415 Lavik;1416 Høyanger;1417 Vik
1418 Balestrand;1419 Leikanger;1420 Sogndal;1421 Aurland;1422 Lærdal;1423 Borgund;1424 Årdal;1425 Hafslo
1426 Luster;1427 Jostedal;1428 Askvoll;1429 Fjaler;1430 Gaular;1431 Jølster;1432 Førde;1433 Naustdal
1434 Vevring;1435 Eikefjord;1436 Bru;1437 Kinn;1438 Bremanger;1439 Vågsøy;1440 Nord-Vågsøy;1441 Selje
1442 Davik;1443 Eid;1444 Hornindal;1445 Gloppen;1446 Breim;1447 Innvik;1448 Stryn;1449 Stryn
1501 Ålesund;1503 Kristiansund;1512 Syvde;1513 Rovde;1518 Dalsfjord;1519 Volda;1521 Vartdal
1522 Hjørundfjord;1523 Ørskog;1524 Norddal;1526 Stordal;1527 Ørskog;1529 Skodje;1530 Vatne;1533 Vigra
1534 Haram;1536 Tresfjord;1537 Voll;1538 Eid;1540 Hen;1541 Veøy;1542 Eresfjord og Vistdal;1543 Nesset
1544 Bolsøy;1545 Midsund;1546 Sandøy;1548 Fræna;1549 Bud;1550 Hustad;1551 Eide;1552 Kornstad;1553 Kvernes
1555 Grip;1556 Frei;1558 Øre;1559 Straumsnes;1561 Øksendal;1562 Ålvundeid;1564 Stangvik;1565 Åsskard
1567 Rindal;1568 Stemshaug;1569 Aure;1570 Valsøyfjord;1571 Halsa;1572 Tustna;1574 Brattvær;1575 Hopen
1601 Trondheim;1611 Vinje;1612 Hemne;1613 Snillfjord;1614 Heim;1615 Sandstad;1616 Fillan;1617 Hitra
1618 Kvenvær;1619 Sør-Frøya;1620 Frøya;1621 Ørland;1622 Agdenes;1623 Lensvik;1624 Rissa;1625 Stadsbygd
1626 Stjørna;1627 Bjugn;1628 Nes;1629 Jøssund;1630 Åfjord;1631 Stoksund;1632 Roan;1633 Osen;1634 Oppdal
1635 Rennebu;1636 Meldal;1637 Orkland;1638 Orkdal;1639 Orkanger;1640 Røros;1641 Røros landsogn
1642 Brekken;1643 Glåmos;1644 Holtålen;1645 Haltdalen;1646 Singsås;1647 Budal;1648 Midtre Gauldal
1649 Soknedal;1650 Horg;1651 Hølonda;1652 Flå;1653 Melhus;1654 Leinstrand;1655 Byneset;1656 Buvik
1657 Skaun;1658 Børsa;1659 Geitastrand;1660 Strinda;1661 Tiller;1662 Klæbu;1663 Malvik;1664 Selbu
1665 Tydal
1701 Levanger;1702 Steinkjer;1703 Namsos;1711 Meråker;1712 Hegra;1713 Lånke;1714 Stjørdal;1715 Skatval
1716 Åsen;1717 Frosta;1718 Leksvik;1719 Levanger;1720 Frol;1721 Verdal;1722 Ytterøy;1723 Mosvik
1724 Verran;1725 Namdalseid;1726 Malm;1727 Beitstad;1728 Sandvollan;1729 Inderøy;1730 Røra;1731 Sparbu
1732 Ogndal;1733 Egge;1734 Stod;1735 Kvam;1736 Snåsa;1737 Sørli;1738 Lierne;1739 Røyrvik;1740 Namsskogan
1741 Harran;1742 Grong;1743 Høylandet;1744 Overhalla;1745 Vemundvik;1746 Klinga;1747 Otterøy;1748 Fosnes
1749 Flatanger;1750 Vikna;1751 Nærøy;1752 Kolvereid;1753 Foldereid;1754 Gravvik;1755 Leka
1780 Sørbindalen
1801 Brønnøysund;1802 Mosjøen;1803 Mo;1805 Narvik;1814 Brønnøy;1817 Tjøtta;1819 Nordvik;1821 Sandnessjøen
1823 Drevja;1829 Elsfjord;1830 Korgen;1831 Sør-Rana;1842 Skjerstad;1843 Bodin;1844 Kjerringøy
1846 Nordfold;1847 Leiranger;1849 Hamarøy;1850 Tysfjord;1852 Tjeldsund;1854 Ballangen;1855 Ankenes
1858 Moskenes;1861 Hol;1862 Borge;1863 Valberg;1864 Gimsøy;1869 Langenes;1872 Dverberg;1873 Andenes
1901 Harstad;1902 Tromsø;1911 Kvæfjord;1912 Sandtorg;1913 Skånland;1914 Trondenes;1915 Bjarkøy
1916 Andørja;1917 Ibestad;1918 Astafjord;1919 Gratangen;1920 Lavangen;1921 Salangen;1922 Bardu
1923 Salangen;1924 Målselv;1925 Sørreisa;1926 Dyrøy;1927 Tranøy;1928 Torsken;1929 Berg;1930 Hillesøy
1931 Lenvik;1932 Malangen;1933 Balsfjord;1934 Tromsøysund;1935 Helgøy;1936 Karlsøy;1937 Ullsfjord
1938 Lyngen;1941 Skjervøy;1942 Nordreisa;1943 Kvænangen
2001 Hammerfest;2002 Vardø;2003 Vadsø;2011 Kautokeino;2012 Alta;2013 Talvik;2014 Loppa;2015 Hasvik
2016 Sørøysund;2017 Kvalsund;2018 Måsøy;2019 Nordkapp;2020 Porsanger;2021 Karasjok;2022 Lebesby
2023 Gamvik;2024 Berlevåg;2025 Tana;2026 Polmak;2027 Nesseby;2028 Båtsfjord;2029 Nord-Varanger
2030 Sør-Varanger
`;
