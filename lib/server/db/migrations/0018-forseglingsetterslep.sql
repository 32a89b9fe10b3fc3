-- Since when the sealing of the revisjonslogg stands still: the oldest row that no checkpoint speaks of, null when there
-- is none. Whoever starts an uttrekk asks (A-13), and learns no more of the log than that.
create function revisjonslogg.eldste_uforseglede() returns timestamptz
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select min(tidspunkt) from revisjonslogg.rad
  where xid >= coalesce((select vannmerke from revisjonslogg.sjekkpunkt order by nummer desc limit 1), '0'::xid8)
$$;

revoke all on function revisjonslogg.eldste_uforseglede() from public;
grant execute on function revisjonslogg.eldste_uforseglede() to portal, worker;
