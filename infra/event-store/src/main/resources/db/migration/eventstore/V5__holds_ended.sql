-- Before which position every hold has ended. A note that may be lost: it is found again by looking
-- at the whole log, which takes longer.
create table log.holds_ended (
  is_single boolean primary key default true check (is_single),
  ended_before bigint not null check (ended_before >= 0)
);

grant select, insert, update on log.holds_ended to counterfoil_writer;
