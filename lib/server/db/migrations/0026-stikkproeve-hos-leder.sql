-- The weekly draw goes to the leder of the unit first, who says whether the act belonged to the work. Her answer is a
-- verdict among the others; what she confirms is concluded, what she cannot confirm or does not answer goes on.
alter table kontroll.vurdering drop constraint vurdering_utfall_check;
alter table kontroll.vurdering add constraint vurdering_utfall_check
  check (utfall in ('iOrden', 'brudd', 'falskAlarm', 'trengerForklaring', 'bekreftet', 'ikkeBekreftet'));

-- Open draws by unit: what a leder has to answer.
create index sak_hos_leder on kontroll.sak (enhet, frist) where kilde = 'stikkproeve' and utfall is null;
