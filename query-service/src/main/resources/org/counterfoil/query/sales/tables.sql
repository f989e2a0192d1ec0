-- The read model of sales. Every column of every row is a function of the events up to the
-- projection's position and of nothing else: no clock, no sequence, no default that asks one.
-- That is what makes "rebuilt equals live" a comparison of rows.

create table organisation (
  organisation_id uuid primary key,
  name            text not null,
  legal_name      text not null,
  country         text not null,
  currency        text not null,
  time_zone       text not null
);

create table network_member (
  network_id      uuid not null,
  organisation_id uuid not null,
  primary key (network_id, organisation_id)
);
create index on network_member (organisation_id);

create table venue (
  venue_id        uuid primary key,
  organisation_id uuid not null,
  name            text not null,
  address         text not null,
  time_zone       text not null,
  is_shared       boolean not null
);
create index on venue (organisation_id);

create table seating_plan (
  seating_plan_id uuid primary key,
  venue_id        uuid not null,
  name            text not null,
  version         integer not null,
  plan_hash       text not null,
  seat_count      integer not null,
  capacity        bigint not null
);
create index on seating_plan (venue_id);

create table season (
  season_id       uuid primary key,
  organisation_id uuid not null,
  title           text not null
);

create table production (
  production_id   uuid primary key,
  organisation_id uuid not null,
  title           text not null,
  genre           text,
  season_id       uuid,
  tax_category    text
);
create index on production (organisation_id);

-- One row per performance, narrow on purpose: it changes with every batch that sells.
create table performance (
  performance_id     uuid primary key,
  organisation_id    uuid not null,
  production_id      uuid not null,
  title              text not null,
  venue_id           uuid not null,
  venue_name         text not null,
  seating_plan_id    uuid not null,
  plan_hash          text not null,
  seat_count         integer not null,
  capacity           bigint not null,
  currency           text not null,
  starts_at          timestamptz not null,
  ends_at            timestamptz not null,
  time_zone          text not null,
  is_onsale_set      boolean not null,
  opens_at           timestamptz,
  closes_at          timestamptz,
  scheduled_position bigint not null,
  scheduled_at       timestamptz not null,
  is_training        boolean not null,
  stage              text not null,
  ended_position     bigint,
  ended_at           timestamptz,
  sold               bigint not null,
  held               bigint not null,
  held_back          bigint not null,
  comps              bigint not null,
  gross_minor        bigint not null,
  net_minor          bigint not null,
  tax_minor          bigint not null,
  changed_position   bigint not null,
  changed_at         timestamptz not null
) with (fillfactor = 70);
create index on performance (organisation_id, starts_at, performance_id);

create table zone (
  performance_id uuid not null,
  zone           text not null,
  ordinal        integer not null,
  rank           integer not null,
  capacity       bigint not null,
  sold           bigint not null,
  held           bigint not null,
  held_back      bigint not null,
  primary key (performance_id, zone)
) with (fillfactor = 70);

create table area (
  performance_id uuid not null,
  area           text not null,
  ordinal        integer not null,
  zone           text not null,
  capacity       bigint not null,
  sold           bigint not null,
  held           bigint not null,
  held_back      bigint not null,
  primary key (performance_id, area)
) with (fillfactor = 70);

-- Two bits a seat in plan order, the first seat in the most significant bits. Not compressed:
-- it is small, is written often, and is handed out as it is.
create table seat_states (
  performance_id uuid primary key,
  states         bytea not null
);
alter table seat_states alter column states set storage external;

-- Holds stay after their end, so that any past moment can be answered.
-- places: [{"zone", "area" or null, "quantity", "drawn_from" or null}].
create table seat_hold (
  hold_id         uuid primary key,
  performance_id  uuid not null,
  channel         text not null,
  seats           integer[] not null,
  places          jsonb not null,
  state           text not null,
  expires_at      timestamptz not null,
  order_id        uuid,
  placed_position bigint not null,
  placed_at       timestamptz not null,
  ended_position  bigint,
  ended_at        timestamptz
) with (fillfactor = 80);
create index on seat_hold (performance_id, placed_position);

-- What keeps places off general sale. Rows stay when it ends; "free" counts the places that are
-- neither held nor sold.
create table held_back (
  held_back_id   uuid primary key,
  performance_id uuid not null,
  kind           text not null,
  code           text,
  channel        text,
  reason_code    text,
  returns_at     timestamptz,
  cascade        jsonb not null,  -- [{"channel", "returnsAt"}]: where they go then, in turn
  places         bigint not null,
  free           bigint not null,
  made_position  bigint not null,
  made_at        timestamptz not null,
  ended_position bigint,
  ended_at       timestamptz,
  moved_to       uuid
);
create index on held_back (performance_id, made_position);

-- The seats that it keeps now, also while they are held and when they are sold.
create table held_back_seat (
  performance_id uuid not null,
  seat           integer not null,
  held_back_id   uuid not null,
  zone           text not null,
  primary key (performance_id, seat)
);
create index on held_back_seat (held_back_id);

-- How its free places came and went, so that any past moment can be answered.
create table held_back_step (
  held_back_id   uuid not null,
  performance_id uuid not null,
  zone           text not null,
  position       bigint not null,
  at             timestamptz not null,
  change         bigint not null
);
create index on held_back_step (performance_id, position);
create index on held_back_step (held_back_id);

-- Who waits. What an entry was offered is the seat_hold of the same id.
create table waiting_entry (
  entry_id        uuid primary key,
  performance_id  uuid not null,
  zone            text not null,
  quantity        bigint not null,
  joined_position bigint not null,
  joined_at       timestamptz not null,
  left_position   bigint,
  left_at         timestamptz
);
create index on waiting_entry (performance_id, joined_position);

-- How waiting rooms stood after each of their events; the newest row counts.
create table waiting_room (
  performance_id        uuid not null,
  position              bigint not null,
  at                    timestamptz not null,
  phase                 text not null,
  lobby_opens_at        timestamptz,
  opens_at              timestamptz,
  admissions_per_second integer,
  beacon                text,
  seed_hash             text,
  entrants              integer,
  list_hash             text,
  beacon_value          text,
  seed                  text,
  admissions_per_minute integer,
  primary key (performance_id, position)
);

-- Tickets of a cancelled performance count as void, and as paid back, from its cancellation on.
create table ticket (
  ticket_id       uuid primary key,
  performance_id  uuid not null,
  ticket_number   integer not null,
  hold_id         uuid not null,
  order_id        uuid not null,
  seat_id         text,
  area            text,
  zone            text not null,
  price_type      text not null,
  price_type_name text not null,
  channel         text not null,
  gross_minor     bigint not null,
  net_minor       bigint not null,
  tax_minor       bigint not null,
  tax_rate        text not null,
  comp_reason     text,
  sold_position   bigint not null,
  sold_at         timestamptz not null,
  voided_position bigint,
  voided_at       timestamptz,
  unique (performance_id, ticket_number)
);
create index on ticket (performance_id, sold_position);

-- What became of the scans at a performance's doors: one row each, never changed.
create table scan (
  position       bigint primary key,
  performance_id uuid not null,
  scan_id        uuid not null,
  outcome        text not null,
  reason         text,
  gate           text not null,
  ticket_number  integer,
  is_offline     boolean not null,
  scanned_at     timestamptz not null,
  recorded_at    timestamptz not null
);
create index on scan (performance_id, position);
-- What went back of the price of a ticket, and when.
create table ticket_refund (
  ticket_id      uuid not null,
  performance_id uuid not null,
  position       bigint not null,
  at             timestamptz not null,
  gross_minor    bigint not null,
  net_minor      bigint not null,
  tax_minor      bigint not null,
  primary key (ticket_id, position)
);
create index on ticket_refund (performance_id, position);

-- What was sold at one price in one zone through one channel: every breakdown of a dashboard is a
-- sum over these few rows.
create table receipts (
  performance_id  uuid not null,
  zone            text not null,
  price_type      text not null,
  price_type_name text not null,
  channel         text not null,
  tax_rate        text not null,
  sold            bigint not null,
  comps           bigint not null,
  gross_minor     bigint not null,
  net_minor       bigint not null,
  tax_minor       bigint not null,
  last_position   bigint not null,
  primary key (performance_id, zone, price_type, price_type_name, channel, tax_rate)
) with (fillfactor = 70);

-- The sales curve, one row per minute that sold something or gave something back.
create table sold_minute (
  performance_id uuid not null,
  minute         timestamptz not null,
  sold           bigint not null,
  gross_minor    bigint not null,
  primary key (performance_id, minute)
) with (fillfactor = 70);

-- The last event of the log that these rows reflect; a single row.
create table reflected (
  one         boolean primary key check (one),
  position    bigint not null,
  recorded_at timestamptz not null
);
