-- Who reads an address said no to a purpose, or its consent to it ended: nothing but this is kept of
-- it, and it survives an erasure for nothing but keeping that no alive when somebody brings the
-- address again. A keyed hash of organisation, purpose and address, which has nothing in common with
-- the one by which a person is found.
create table vault.said_no (
  organisation_id uuid not null,
  mark bytea not null check (octet_length(mark) = 32),
  said_at timestamptz not null,
  primary key (organisation_id, mark, said_at)
);

-- Stored with the event that says so, by whoever stores events.
grant insert on vault.said_no to counterfoil_writer;
grant select, insert on vault.said_no to counterfoil_vault;
