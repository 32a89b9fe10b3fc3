-- The drift page says which migration the database is at.
grant usage on schema drift to portal;
grant select on drift.migrering to portal;
