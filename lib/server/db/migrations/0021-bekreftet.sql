-- When the identity provider last had the user prove who she is, at the level that is asked for. Null: not proved enough
-- for what needs a fresh sign-in.
alter table portal.session add column bekreftet timestamptz;
