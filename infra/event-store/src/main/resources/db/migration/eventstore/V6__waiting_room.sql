-- Who waits. Beside the log, which holds the hashes that bind this: what is here can be checked
-- against it, and cannot be changed unnoticed once the lobby has closed.
create schema waiting_room;

-- The seed is secret until the room opens and stands in the log from then on. A room that is locked
-- gives places to nobody else meanwhile, so that places are dense and in the order of the commits.
create table waiting_room.room (
  performance_id uuid primary key,
  seed bytea not null check (octet_length(seed) = 32),
  is_lobby_closed boolean not null default false,
  entrants int not null default 0 check (entrants >= 0),
  arrivals int not null default 0 check (arrivals >= 0)
);

create table waiting_room.visitor (
  performance_id uuid not null references waiting_room.room (performance_id),
  visitor_id bytea not null check (octet_length(visitor_id) = 32),
  -- Missing for who entered the lobby and has a place by the draw; else the place after all of
  -- them, from 0.
  arrival int check (arrival >= 0),
  joined_at timestamptz not null,
  primary key (performance_id, visitor_id)
);

create unique index visitor_arrival on waiting_room.visitor (performance_id, arrival)
  where arrival is not null;

-- Up to which place visitors were let in, and when: one row for each step, never changed.
create table waiting_room.admission (
  performance_id uuid not null references waiting_room.room (performance_id),
  admitted int not null check (admitted > 0),
  admitted_at timestamptz not null,
  primary key (performance_id, admitted)
);

grant usage on schema waiting_room to counterfoil_writer;
grant select, insert, update on waiting_room.room to counterfoil_writer;
grant select, insert on waiting_room.visitor, waiting_room.admission to counterfoil_writer;
-- Where an opening is put off in the very moment of it, those who came just after enter the lobby.
grant update (arrival) on waiting_room.visitor to counterfoil_writer;

-- What waiting rooms committed to: a handful among millions of holds.
create index event_waiting_room on log.event (position) where name like 'waiting-room.%';
