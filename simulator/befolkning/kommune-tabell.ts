/**
 * The municipalities of 2024, and nothing else: number, name, inhabitants in hundreds (rough, only the proportions
 * matter), then the number of 2020-2023 and the number of 1987 where they differ.
 *
 * The numbers of 1987 are given for municipalities that have kept their name since; a merged one has none of its own.
 */
export const FYLKER = [
  {
    nummer: '03',
    navn: 'Oslo',
    kommuner: `
      0301 Oslo 7170`,
  },
  {
    nummer: '11',
    navn: 'Rogaland',
    kommuner: `
      1101 Eigersund 153; 1103 Stavanger 1496; 1106 Haugesund 380; 1108 Sandnes 835 1108 1102;
      1111 Sokndal 33; 1112 Lund 33; 1114 Bjerkreim 29; 1119 Hå 198; 1120 Klepp 208; 1121 Time 199;
      1122 Gjesdal 124; 1124 Sola 286; 1127 Randaberg 116; 1130 Strand 133; 1133 Hjelmeland 26;
      1134 Suldal 39; 1135 Sauda 46; 1144 Kvitsøy 5; 1145 Bokn 9; 1146 Tysvær 113; 1149 Karmøy 430;
      1151 Utsira 2; 1160 Vindafjord 89 1160 1154`,
  },
  {
    nummer: '15',
    navn: 'Møre og Romsdal',
    kommuner: `
      1505 Kristiansund 241 1505 1503; 1506 Molde 327 1506 1502; 1508 Ålesund 590 1507 1504;
      1511 Vanylven 30; 1514 Sande 24; 1515 Herøy (Møre og Romsdal) 90; 1516 Ulstein 87; 1517 Hareid 53;
      1520 Ørsta 111; 1525 Stranda 44; 1528 Sykkylven 77; 1531 Sula 97; 1532 Giske 87; 1535 Vestnes 71;
      1539 Rauma 70; 1547 Aukra 36; 1554 Averøy 59; 1557 Gjemnes 26; 1560 Tingvoll 30; 1563 Sunndal 70;
      1566 Surnadal 59; 1573 Smøla 21; 1576 Aure 35 1576 1569; 1577 Volda 109 1577 1519; 1578 Fjord 25;
      1579 Hustadvika 132; 1580 Haram 95 1507 1534`,
  },
  {
    nummer: '18',
    navn: 'Nordland',
    kommuner: `
      1804 Bodø 535; 1806 Narvik 214 1806 1805; 1811 Bindal 14; 1812 Sømna 20; 1813 Brønnøy 77;
      1815 Vega 12; 1816 Vevelstad 5; 1818 Herøy (Nordland) 19; 1820 Alstahaug 74; 1822 Leirfjord 23;
      1824 Vefsn 132; 1825 Grane 15; 1826 Aarborte 13; 1827 Dønna 14; 1828 Nesna 17; 1832 Hemnes 44;
      1833 Rana 260; 1834 Lurøy 19; 1835 Træna 5; 1836 Rødøy 12; 1837 Meløy 62; 1838 Gildeskål 19;
      1839 Beiarn 10; 1840 Saltdal 47; 1841 Fauske 96; 1845 Sørfold 19; 1848 Steigen 27; 1851 Lødingen 20;
      1853 Evenes 14; 1856 Røst 5; 1857 Værøy 7; 1859 Flakstad 13; 1860 Vestvågøy 116; 1865 Vågan 98;
      1866 Hadsel 82; 1867 Bø 27; 1868 Øksnes 45; 1870 Sortland 105; 1871 Andøy 46; 1874 Moskenes 10;
      1875 Hábmer 27 1875 1849`,
  },
  {
    nummer: '31',
    navn: 'Østfold',
    kommuner: `
      3101 Halden 318 3001 0101; 3103 Moss 510 3002 0104; 3105 Sarpsborg 591 3003 0102;
      3107 Fredrikstad 845 3004 0103; 3110 Hvaler 49 3011 0111; 3112 Råde 78 3017 0135;
      3114 Våler (Østfold) 60 3018 0137; 3116 Skiptvet 39 3015 0127; 3118 Indre Østfold 470 3014;
      3120 Rakkestad 85 3016 0128; 3122 Marker 37 3013 0119; 3124 Aremark 13 3012 0118`,
  },
  {
    nummer: '32',
    navn: 'Akershus',
    kommuner: `
      3201 Bærum 1300 3024 0219; 3203 Asker 981 3025 0220; 3205 Lillestrøm 930 3030;
      3207 Nordre Follo 630 3020; 3209 Ullensaker 430 3033 0235; 3212 Nesodden 204 3023 0216;
      3214 Frogn 163 3022 0215; 3216 Vestby 193 3019 0211; 3218 Ås 215 3021 0214;
      3220 Enebakk 114 3028 0229; 3222 Lørenskog 485 3029 0230; 3224 Rælingen 200 3027 0228;
      3226 Aurskog-Høland 180 3026 0221; 3228 Nes 247 3034 0236; 3230 Gjerdrum 73 3032 0234;
      3232 Nittedal 256 3031 0233; 3234 Lunner 93 3054 0533; 3236 Jevnaker 70 3053 0532;
      3238 Nannestad 156 3036 0238; 3240 Eidsvoll 277 3035 0237; 3242 Hurdal 31 3037 0239`,
  },
  {
    nummer: '33',
    navn: 'Buskerud',
    kommuner: `
      3301 Drammen 1040 3005 0602; 3303 Kongsberg 286 3006 0604; 3305 Ringerike 317 3007 0605;
      3310 Hole 71 3038 0612; 3312 Lier 283 3049 0626; 3314 Øvre Eiker 205 3048 0624;
      3316 Modum 146 3047 0623; 3318 Krødsherad 22 3046 0622; 3320 Flå 11 3039 0615; 3322 Nesbyen 33 3040;
      3324 Gol 49 3041 0617; 3326 Hemsedal 27 3042 0618; 3328 Ål 48 3043 0619; 3330 Hol 45 3044 0620;
      3332 Sigdal 36 3045 0621; 3334 Flesberg 28 3050 0631; 3336 Rollag 14 3051 0632;
      3338 Nore og Uvdal 25 3052 0633`,
  },
  {
    nummer: '34',
    navn: 'Innlandet',
    kommuner: `
      3401 Kongsvinger 179 3401 0402; 3403 Hamar 330 3403 0401; 3405 Lillehammer 286 3405 0501;
      3407 Gjøvik 306 3407 0502; 3411 Ringsaker 352 3411 0412; 3412 Løten 78 3412 0415;
      3413 Stange 217 3413 0417; 3414 Nord-Odal 51 3414 0418; 3415 Sør-Odal 80 3415 0419;
      3416 Eidskog 61 3416 0420; 3417 Grue 46 3417 0423; 3418 Åsnes 72 3418 0425;
      3419 Våler (Innlandet) 37 3419 0426; 3420 Elverum 219 3420 0427; 3421 Trysil 66 3421 0428;
      3422 Åmot 43 3422 0429; 3423 Stor-Elvdal 23 3423 0430; 3424 Rendalen 17 3424 0432;
      3425 Engerdal 13 3425 0434; 3426 Tolga 16 3426 0436; 3427 Tynset 56 3427 0437;
      3428 Alvdal 25 3428 0438; 3429 Folldal 15 3429 0439; 3430 Os 19 3430 0441; 3431 Dovre 25 3431 0511;
      3432 Lesja 20 3432 0512; 3433 Skjåk 22 3433 0513; 3434 Lom 22; 3435 Vågå 36;
      3436 Nord-Fron 56 3436 0516; 3437 Sel 57 3437 0517; 3438 Sør-Fron 31 3438 0519;
      3439 Ringebu 44 3439 0520; 3440 Øyer 52 3440 0521; 3441 Gausdal 61 3441 0522;
      3442 Østre Toten 149 3442 0528; 3443 Vestre Toten 136 3443 0529; 3446 Gran 138 3446 0534;
      3447 Søndre Land 56 3447 0536; 3448 Nordre Land 66 3448 0538; 3449 Sør-Aurdal 29 3449 0540;
      3450 Etnedal 13 3450 0541; 3451 Nord-Aurdal 65 3451 0542; 3452 Vestre Slidre 21 3452 0543;
      3453 Øystre Slidre 34 3453 0544; 3454 Vang 16`,
  },
  {
    nummer: '39',
    navn: 'Vestfold',
    kommuner: `
      3901 Horten 281 3801 0703; 3903 Holmestrand 266 3802 0702; 3905 Tønsberg 590 3803 0705;
      3907 Sandefjord 665 3804 0706; 3909 Larvik 487 3805 0707; 3911 Færder 274 3811`,
  },
  {
    nummer: '40',
    navn: 'Telemark',
    kommuner: `
      4001 Porsgrunn 374 3806 0805; 4003 Skien 562 3807 0806; 4005 Notodden 132 3808 0807;
      4010 Siljan 24 3812 0811; 4012 Bamble 142 3813 0814; 4014 Kragerø 104 3814 0815;
      4016 Drangedal 41 3815 0817; 4018 Nome 65 3816 0819; 4020 Midt-Telemark 107 3817;
      4022 Seljord 29 3820 0828; 4024 Hjartdal 16 3819 0827; 4026 Tinn 56 3818 0826;
      4028 Kviteseid 24 3821 0829; 4030 Nissedal 15 3822 0830; 4032 Fyresdal 13 3823 0831;
      4034 Tokke 23 3824 0833; 4036 Vinje 38 3825 0834`,
  },
  {
    nummer: '42',
    navn: 'Agder',
    kommuner: `
      4201 Risør 68 4201 0901; 4202 Grimstad 251 4202 0904; 4203 Arendal 462 4203 0903;
      4204 Kristiansand 1165 4204 1001; 4205 Lindesnes 235 4205 1029; 4206 Farsund 98 4206 1003;
      4207 Flekkefjord 92 4207 1004; 4211 Gjerstad 25 4211 0911; 4212 Vegårshei 21 4212 0912;
      4213 Tvedestrand 61 4213 0914; 4214 Froland 62 4214 0919; 4215 Lillesand 115 4215 0926;
      4216 Birkenes 54 4216 0928; 4217 Åmli 19 4217 0929; 4218 Iveland 14 4218 0935;
      4219 Evje og Hornnes 37 4219 0937; 4220 Bygland 11 4220 0938; 4221 Valle 12 4221 0940;
      4222 Bykle 10 4222 0941; 4223 Vennesla 154 4223 1014; 4224 Åseral 10 4224 1026;
      4225 Lyngdal 108 4225 1032; 4226 Hægebostad 18 4226 1034; 4227 Kvinesdal 60 4227 1037;
      4228 Sirdal 18 4228 1046`,
  },
  {
    nummer: '46',
    navn: 'Vestland',
    kommuner: `
      4601 Bergen 2915 4601 1201; 4602 Kinn 173; 4611 Etne 41 4611 1211; 4612 Sveio 59 4612 1216;
      4613 Bømlo 122 4613 1219; 4614 Stord 194 4614 1221; 4615 Fitjar 33 4615 1222;
      4616 Tysnes 29 4616 1223; 4617 Kvinnherad 132 4617 1224; 4618 Ullensvang 110 4618 1231;
      4619 Eidfjord 9 4619 1232; 4620 Ulvik 11 4620 1233; 4621 Voss 163 4621 1235; 4622 Kvam 86 4622 1238;
      4623 Samnanger 26 4623 1242; 4624 Bjørnafjorden 262; 4625 Austevoll 53 4625 1244;
      4626 Øygarden 400 4626 1259; 4627 Askøy 300 4627 1247; 4628 Vaksdal 40 4628 1251;
      4629 Modalen 4 4629 1252; 4630 Osterøy 81 4630 1253; 4631 Alver 302; 4632 Austrheim 30 4632 1264;
      4633 Fedje 5 4633 1265; 4634 Masfjorden 17 4634 1266; 4635 Gulen 23 4635 1411;
      4636 Solund 8 4636 1412; 4637 Hyllestad 13 4637 1413; 4638 Høyanger 41 4638 1416;
      4639 Vik 27 4639 1417; 4640 Sogndal 123 4640 1420; 4641 Aurland 18 4641 1421;
      4642 Lærdal 22 4642 1422; 4643 Årdal 52 4643 1424; 4644 Luster 53 4644 1426;
      4645 Askvoll 30 4645 1428; 4646 Fjaler 29 4646 1429; 4647 Sunnfjord 225; 4648 Bremanger 35;
      4649 Stad 95; 4650 Gloppen 59 4650 1445; 4651 Stryn 73 4651 1449`,
  },
  {
    nummer: '50',
    navn: 'Trøndelag',
    kommuner: `
      5001 Trondheim 2140 5001 1601; 5006 Steinkjer 242 5006 1702; 5007 Namsos 151 5007 1703;
      5014 Frøya 55 5014 1620; 5020 Osen 9 5020 1633; 5021 Oppdal 71 5021 1634; 5022 Rennebu 25 5022 1635;
      5025 Røros 56 5025 1640; 5026 Holtålen 20 5026 1644; 5027 Midtre Gauldal 63 5027 1648;
      5028 Melhus 172 5028 1653; 5029 Skaun 85 5029 1657; 5031 Malvik 146 5031 1663;
      5032 Selbu 41 5032 1664; 5033 Tydal 8 5033 1665; 5034 Meråker 25 5034 1711;
      5035 Stjørdal 246 5035 1714; 5036 Frosta 26 5036 1717; 5037 Levanger 201 5037 1719;
      5038 Verdal 150 5038 1721; 5041 Snåase 20 5041 1736; 5042 Lierne 13 5042 1738;
      5043 Raarvihke 4 5043 1739; 5044 Namsskogan 8 5044 1740; 5045 Grong 23 5045 1742;
      5046 Høylandet 12 5046 1743; 5047 Overhalla 39 5047 1744; 5049 Flatanger 11 5049 1749;
      5052 Leka 6 5052 1755; 5053 Inderøy 69 5053 1729; 5054 Indre Fosen 100; 5055 Heim 60;
      5056 Hitra 52 5056 1617; 5057 Ørland 106 5057 1621; 5058 Åfjord 43 5058 1630; 5059 Orkland 187;
      5060 Nærøysund 98; 5061 Rindal 20 5061 1567`,
  },
  {
    nummer: '55',
    navn: 'Troms',
    kommuner: `
      5501 Tromsø 780 5401 1902; 5503 Harstad 249 5402 1901; 5510 Kvæfjord 29 5411 1911;
      5512 Dielddanuorri 42 5412; 5514 Ibestad 13 5413 1917; 5516 Gratangen 11 5414 1919;
      5518 Loabák 10 5415 1920; 5520 Bardu 40 5416 1922; 5522 Salangen 21 5417 1923;
      5524 Målselv 67 5418 1924; 5526 Sørreisa 34 5419 1925; 5528 Dyrøy 11 5420 1926; 5530 Senja 148 5421;
      5532 Balsfjord 56 5422 1933; 5534 Karlsøy 22 5423 1936; 5536 Lyngen 28 5424 1938;
      5538 Storfjord 19 5425 1939; 5540 Gáivuotna 21 5426 1940; 5542 Skjervøy 28 5427 1941;
      5544 Nordreisa 48 5428 1942; 5546 Kvænangen 12 5429 1943`,
  },
  {
    nummer: '56',
    navn: 'Finnmark',
    kommuner: `
      5601 Alta 215 5403 2012; 5603 Hammerfest 114 5406 2001; 5605 Sør-Varanger 100 5444 2030;
      5607 Vadsø 57 5405 2003; 5610 Kárášjohka 26 5437 2021; 5612 Guovdageaidnu 29 5430 2011;
      5614 Loppa 9 5432 2014; 5616 Hasvik 10 5433 2015; 5618 Måsøy 12 5434 2018;
      5620 Nordkapp 31 5435 2019; 5622 Porsanger 39 5436 2020; 5624 Lebesby 12 5438 2022;
      5626 Gamvik 11 5439 2023; 5628 Deatnu 28 5441 2025; 5630 Berlevåg 9 5440 2024;
      5632 Båtsfjord 22 5443 2028; 5634 Vardø 19 5404 2002; 5636 Unjárga 9 5442 2027`,
  },
] as const;
