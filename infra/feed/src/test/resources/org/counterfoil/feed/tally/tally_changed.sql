create table tally (
  id uuid primary key,
  sum bigint not null,
  events int not null,
  last_position bigint not null
);
-- Not null, not unique, without a primary key: as many equal rows as there were equal events.
create table counted (
  tally uuid not null,
  amount bigint not null
);
-- Fails where an event is applied twice.
create table applied (
  position bigint primary key
);
create index counted_tally on counted (tally);
