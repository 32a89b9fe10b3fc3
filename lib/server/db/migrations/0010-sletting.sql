-- The few rows that say which months may be deleted are read first, whenever the log is verified.
create index rad_sletting on revisjonslogg.rad (id) where slag = 'RETENTION';
