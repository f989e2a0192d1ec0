-- Personal data, and nothing else of it anywhere: what a backup of the log does not hold.

-- One key for each person, purpose and organisation, encrypted by the master key, which is in no
-- database. Whoever destroys a row destroys what it opens.
create table vault.data_key (
  key_id uuid primary key,
  organisation_id uuid not null,
  subject_id uuid not null,
  purpose text not null,
  wrapped bytea not null
);
create index on vault.data_key (organisation_id, subject_id);

-- One row for each field of a capture. Which capture is in force is in the log.
create table vault.value (
  capture_id uuid not null,
  field text not null,
  key_id uuid not null references vault.data_key on delete cascade,
  ciphertext bytea not null,
  primary key (capture_id, field)
);
create index on vault.value (key_id);

-- By which a person is found again: a keyed hash of what was captured, never the hash of that alone.
create table vault.mark (
  capture_id uuid not null,
  field text not null,
  key_id uuid not null references vault.data_key on delete cascade,
  organisation_id uuid not null,
  mark bytea not null check (octet_length(mark) = 32),
  primary key (capture_id, field)
);
create index on vault.mark (organisation_id, field, mark);
create index on vault.mark (key_id);

-- Who objected to being written to stays known by this, and by nothing else, after an erasure.
create table vault.suppressed (
  organisation_id uuid not null,
  field text not null,
  mark bytea not null check (octet_length(mark) = 32),
  suppressed_at timestamptz not null,
  primary key (organisation_id, field, mark)
);

-- The key of the marks, encrypted by the master key.
create table vault.mark_key (
  is_single boolean primary key default true check (is_single),
  wrapped bytea not null
);

grant usage on schema vault to counterfoil_writer, counterfoil_vault;
-- Whoever stores events stores what was captured with them, and reads nothing of it.
grant insert on vault.data_key, vault.value, vault.mark to counterfoil_writer;
grant select, insert, update, delete on vault.data_key, vault.value, vault.mark to counterfoil_vault;
grant select, insert on vault.suppressed to counterfoil_vault;
grant select, insert, update on vault.mark_key to counterfoil_vault;
