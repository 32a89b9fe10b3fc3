-- Nødtilgang (security.md Z-10): one user, one person, until a time. The person as keyed marks of every number that was
-- known of her; the reason stands sealed in the revisjonslogg, found by handling_id. Rows stay: they are the notice to the
-- personvernombud and the leder.
create table portal.noedtilgang (
  id          uuid primary key,
  handling_id uuid not null,
  bruker_id   uuid not null references portal.bruker (id),
  merker      bytea[] not null,
  regel       text not null,
  opprettet   timestamptz not null default now(),
  utloeper    timestamptz not null,
  avsluttet   timestamptz
);
create index noedtilgang_bruker on portal.noedtilgang (bruker_id, utloeper);
create index noedtilgang_opprettet on portal.noedtilgang (opprettet);

grant select, insert on portal.noedtilgang to portal;
grant update (avsluttet) on portal.noedtilgang to portal;
