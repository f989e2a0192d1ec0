-- Whom a line of a file made, for which purpose: the same line brought again is known by it, and nobody
-- is made twice. A keyed hash of where the file came from, the purpose, and by what its source knows
-- the person; gone with the key.
create table vault.imported_line (
  organisation_id uuid not null,
  mark bytea not null check (octet_length(mark) = 32),
  key_id uuid not null references vault.data_key on delete cascade,
  primary key (organisation_id, mark)
);
create index on vault.imported_line (key_id);

grant insert on vault.imported_line to counterfoil_writer;
grant select on vault.imported_line to counterfoil_vault;
