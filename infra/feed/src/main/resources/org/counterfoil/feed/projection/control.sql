-- What the runner keeps beside a projection's own tables, in the same schema.

-- By which script the tables were made; another script means to rebuild.
create table schema_version (
  script_hash text not null
);

-- How far the rows reflect the feed, in one row. Queries read "position" in the statement or
-- transaction in which they read rows. "version" grows with each commit: who finds another one than
-- it left has been overtaken, and reads again what it holds in memory.
create table checkpoint (
  version bigint not null,
  position bigint not null,
  source text not null,
  reached bigint[] not null,
  read_offset bigint[] not null
);

-- Events that could not be applied, and later ones of the same key. Discarded ones stay, so that a
-- rebuild leaves them out as well.
create table parked (
  position bigint primary key,
  key text not null,
  event_name text not null,
  reason text not null,
  first_attempt timestamptz not null,
  last_attempt timestamptz not null,
  is_discarded boolean not null,
  entry bytea not null
);
create index parked_key on parked (key, position) where not is_discarded;
