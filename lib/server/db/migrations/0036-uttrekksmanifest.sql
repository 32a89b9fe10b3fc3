-- What a receiver checks a file by: a signed note, made by the worker when the file was. Null for files from before.
alter table uttrekk.fil add column manifest text;

alter table uttrekk.nedlasting
  drop constraint nedlasting_form_check,
  add constraint nedlasting_form_check check (form in ('fil', 'zip', 'manifest'));
