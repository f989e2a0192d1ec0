-- Keys under which a performance's buyers are told apart. Outside the log, because they are
-- destroyed after the performance: then the marks in the log lead back to nobody. A key is made and
-- destroyed, and never changed.
create schema buyer;

create table buyer.key (
  performance_id uuid primary key,
  key bytea not null check (octet_length(key) = 32),
  performance_ends_at timestamptz not null
);

create index key_end on buyer.key (performance_ends_at);

grant usage on schema buyer to counterfoil_writer;
grant select, insert, delete on buyer.key to counterfoil_writer;
