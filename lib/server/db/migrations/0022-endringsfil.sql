-- The file of what has changed between two runs lies with the later of them and names the earlier. It holds persons of
-- both, so it is gone when either is deleted.
alter table uttrekk.fil add column fra_id uuid references uttrekk.uttrekk (id);
alter table uttrekk.fil drop constraint fil_uttrekk_id_format_key;
create unique index fil_av_uttrekk on uttrekk.fil (uttrekk_id, format) where fra_id is null;
create unique index fil_av_endringer on uttrekk.fil (fra_id, uttrekk_id) where fra_id is not null;
