-- The log. What counts is "entry": the whole envelope, exactly as it was hashed. The other columns
-- are copies of what stands in it, for finding it.
create table log.event (
  position bigint primary key check (position >= 0),
  stream_id uuid not null,
  stream_type text not null,
  sequence bigint not null check (sequence >= 0),
  event_id uuid not null,
  name text not null,
  revision int not null check (revision >= 1),
  organisation_id uuid,
  hold_id uuid,
  recorded_at timestamptz not null,
  entry bytea not null check (octet_length(entry) <= 262144),
  -- The last word against two writers of one stream. Also finds a stream's last event.
  constraint event_stream_sequence unique (stream_id, sequence),
  constraint event_event_id unique (event_id)
);

-- A hold's own history, out of its performance's stream.
create index event_hold on log.event (hold_id, position) where hold_id is not null;

-- What the directory of tokens and sessions follows: a handful among millions.
create index event_access on log.event (position) where name like 'access.%';

-- Who pools venues with whom: a handful as well.
create index event_network on log.event (position) where name like 'network.%';

-- The terms of a performance (prices, sale windows), out of a stream that is full of holds.
create index event_terms on log.event (stream_id, sequence)
  where stream_type = 'performance' and hold_id is null;

create function log.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'Expected %.% to be left as it is, but it was asked to %',
    tg_table_schema, tg_table_name, tg_op;
end
$$;

-- Fires for the owner and the superuser as well, and "always" also under
-- session_replication_role = replica, which switches ordinary triggers off.
create trigger event_is_never_changed before update or delete or truncate on log.event
  for each statement execute function log.refuse_change();
alter table log.event enable always trigger event_is_never_changed;

grant usage on schema log to counterfoil_writer, counterfoil_reader;
grant select, insert on log.event to counterfoil_writer;
grant select on log.event to counterfoil_reader;
revoke update, delete, truncate on log.event from counterfoil_owner;
