-- A download may be a zip with a password that is made for it and told once. The password is kept, sealed by FIL_KEY,
-- until the last byte is sent, so that a broken download can be taken up again.
alter table uttrekk.nedlasting
  add column form text not null default 'fil' check (form in ('fil', 'zip')),
  add column passord bytea;
grant update (passord) on uttrekk.nedlasting to portal;
