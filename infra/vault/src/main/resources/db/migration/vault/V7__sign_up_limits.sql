-- When all that somebody unknown signed up for counts no more. Who it was is told by a keyed mark of an
-- organisation and an address of the network, whose key is nowhere in the database; it goes when it
-- counts no more. In no backup.
create table vault.sign_up (
  mark bytea primary key check (octet_length(mark) = 32),
  settled_at timestamptz not null
);
create index sign_up_settled on vault.sign_up (settled_at);
grant select, insert, update, delete on vault.sign_up to counterfoil_vault;
