-- The books. Every column of every row is a function of the events up to the projection's position
-- and of nothing else. Rows of operations, entries and closings are written once and never changed.

-- Settings and counters of an organisation; numbers are gapless.
create table organisation (
  organisation_id   uuid primary key,
  name              text not null,
  legal_name        text not null,
  country           text not null,
  currency          text not null,
  time_zone         text not null,
  siren             text,
  fiscal_year_start text not null,
  day_ends_at       text not null,
  created_day       date not null,
  chart             jsonb not null,
  methods           jsonb not null,
  last_operation    bigint not null,
  last_training     bigint not null,
  last_entry        bigint not null,
  last_validated    date,
  closed_through    date,
  year_closed_through date
) with (fillfactor = 70);

-- What a production is decides whether the tax on shows is due.
create table production (
  production_id   uuid primary key,
  organisation_id uuid not null,
  title           text not null,
  tax_category    text
);

create table performance (
  performance_id  uuid primary key,
  organisation_id uuid not null,
  production_id   uuid not null,
  title           text not null,
  venue_name      text not null,
  seat_count      integer not null,
  places          bigint not null,
  starts_at       timestamptz not null,
  ends_at         timestamptz not null,
  time_zone       text not null,
  start_day       date not null,
  is_training     boolean not null,
  books           jsonb not null
) with (fillfactor = 70);
create index on performance (organisation_id, start_day);

-- When it begins, from a position on: what was closed before it was moved names what it was.
create table performance_start (
  performance_id  uuid not null,
  position        bigint not null,
  at              timestamptz not null,
  starts_at       timestamptz not null,
  ends_at         timestamptz not null,
  primary key (performance_id, position)
);

-- What is known of an order and of what it sells beside tickets, for what comes next of it.
create table order_books (
  order_id        uuid primary key,
  organisation_id uuid not null,
  books           jsonb not null
) with (fillfactor = 80);

-- Who sold an order on the organisation's account.
create table order_agent (
  order_id        uuid primary key,
  organisation_id uuid not null,
  agent_id        uuid not null
);

-- With whom an operation on the account between organisations is.
create table agent_operation (
  organisation_id  uuid not null,
  operation_number bigint not null,
  other_id         uuid not null,
  primary key (organisation_id, operation_number)
);

-- Everything that happened to the books, numbered; what is for training in a series of its own.
create table operation (
  organisation_id uuid not null,
  is_training     boolean not null,
  number          bigint not null,
  kind            text not null,
  position        bigint not null,
  recorded_at     timestamptz not null,
  business_day    date not null,
  tax_day         date not null,
  is_late         boolean not null,
  performance_id  uuid,
  order_id        uuid,
  actor           text not null,
  cause           uuid not null,
  tickets         integer not null,
  sales_minor       bigint not null,
  cash_minor        bigint not null,
  receivables_minor bigint not null,
  settled_minor     bigint not null,
  entry_number    bigint,
  primary key (organisation_id, is_training, number)
);
create index on operation (organisation_id, business_day);
create index on operation (organisation_id, tax_day);
create index on operation (order_id);
create index on operation (performance_id);

create table money_move (
  organisation_id  uuid not null,
  operation_number bigint not null,
  ordinal          integer not null,
  method           text not null,
  amount_minor     bigint not null,
  primary key (organisation_id, operation_number, ordinal)
);

-- What was sold at a rate, and on what tax became due or fell.
create table rate_amount (
  organisation_id  uuid not null,
  operation_number bigint not null,
  tax_rate         text not null,
  sold_net_minor   bigint not null,
  sold_tax_minor   bigint not null,
  due_net_minor    bigint not null,
  due_tax_minor    bigint not null,
  primary key (organisation_id, operation_number, tax_rate)
);

create table entry (
  organisation_id  uuid not null,
  number           bigint not null,
  operation_number bigint not null,
  journal          text not null,
  journal_label    text not null,
  date             date not null,
  business_day     date not null,
  piece_ref        text not null,
  piece_date       date not null,
  label            text not null,
  validated_at     timestamptz not null,
  validated_day    date not null,
  position         bigint not null,
  primary key (organisation_id, number)
);
create index on entry (organisation_id, date);
create index on entry (organisation_id, position);

-- "meaning" is the account of the chart that a line was booked on, whatever its number was then.
create table entry_line (
  organisation_id uuid not null,
  entry_number    bigint not null,
  line            integer not null,
  account         text not null,
  label           text not null,
  meaning         text,
  debit_minor     bigint not null,
  credit_minor    bigint not null,
  performance_id  uuid,
  primary key (organisation_id, entry_number, line)
);
create index on entry_line (organisation_id, account);
create index on entry_line (organisation_id, meaning);

-- One row per ticket, free ones too.
create table ticket (
  ticket_id       uuid primary key,
  organisation_id uuid not null,
  performance_id  uuid not null,
  order_id        uuid not null,
  ticket_number   integer not null,
  zone            text not null,
  price_type      text not null,
  price_type_name text not null,
  tax_rate        text not null,
  gross_minor     bigint not null,
  net_minor       bigint not null,
  tax_minor       bigint not null,
  is_training     boolean not null,
  issued_position bigint not null,
  issued_at       timestamptz not null,
  issued_day      date not null,
  issued_tax_day  date not null
);
create index on ticket (performance_id);
create index on ticket (organisation_id, issued_day);
create index on ticket (organisation_id, issued_tax_day);
create index on ticket (order_id);

-- Tickets that became invalid.
create table voided_ticket (
  ticket_id       uuid primary key,
  organisation_id uuid not null,
  performance_id  uuid not null,
  position        bigint not null,
  at              timestamptz not null,
  day             date not null,
  tax_day         date not null
);
create index on voided_ticket (performance_id);
create index on voided_ticket (organisation_id, day);

-- What went back of a ticket's price.
create table ticket_refund (
  organisation_id  uuid not null,
  operation_number bigint not null,
  ticket_id        uuid not null,
  performance_id   uuid not null,
  gross_minor      bigint not null,
  net_minor        bigint not null,
  tax_minor        bigint not null,
  position         bigint not null,
  at               timestamptz not null,
  day              date not null,
  primary key (organisation_id, operation_number, ticket_id)
);
create index on ticket_refund (performance_id);
create index on ticket_refund (organisation_id, day);

-- What was left of the tickets of a cancelled performance, and is owed from its cancellation on,
-- whenever each is decided on. "tickets" is 0 for one that was invalid before and not paid back.
create table owed_ticket (
  ticket_id       uuid primary key,
  organisation_id uuid not null,
  performance_id  uuid not null,
  tickets         integer not null,
  gross_minor     bigint not null,
  net_minor       bigint not null,
  tax_minor       bigint not null,
  position        bigint not null,
  at              timestamptz not null,
  day             date not null
);
create index on owed_ticket (performance_id);
create index on owed_ticket (organisation_id, day);

-- What was sold beside tickets, and what went back of it. "lines" is 1 where a line was sold, -1 where the
-- last of it went back.
create table line_move (
  organisation_id  uuid not null,
  operation_number bigint not null,
  line_id          uuid not null,
  performance_id   uuid not null,
  order_id         uuid not null,
  product          text not null,
  name             text,
  tax_rate         text not null,
  gross_minor      bigint not null,
  net_minor        bigint not null,
  tax_minor        bigint not null,
  lines            integer not null,
  position         bigint not null,
  at               timestamptz not null,
  day              date not null,
  tax_day          date not null,
  primary key (organisation_id, operation_number, line_id)
);
create index on line_move (performance_id);
create index on line_move (organisation_id, day);
create index on line_move (organisation_id, tax_day);

-- Money that a payment provider received or sent back, to be found again in its payouts.
-- A payment of a joint order has a row for each of its parts.
create table provider_move (
  move_id         uuid not null,
  organisation_id uuid not null,
  order_id        uuid not null,
  provider        text not null,
  reference       text,
  method          text not null,
  amount_minor    bigint not null,
  position        bigint not null,
  at              timestamptz not null,
  day             date not null,
  primary key (move_id, order_id)
);
create index on provider_move (organisation_id, provider, reference);
create index on provider_move (organisation_id, day);

-- What a provider said that its payouts are made of.
create table payout_line (
  organisation_id  uuid not null,
  operation_number bigint not null,
  line             integer not null,
  provider         text not null,
  payout           text not null,
  arrived_on       date not null,
  reference        text not null,
  gross_minor      bigint not null,
  fee_minor        bigint not null,
  position         bigint not null,
  at               timestamptz not null,
  primary key (organisation_id, operation_number, line)
);
create index on payout_line (organisation_id, provider, reference);

-- Invoices and credit notes, whole: exactly one of the two documents is there.
create table invoice (
  organisation_id  uuid not null,
  number           text not null,
  day              date not null,
  order_id         uuid not null,
  operation_number bigint not null,
  position         bigint not null,
  at               timestamptz not null,
  invoice          jsonb,
  credit_note      jsonb,
  primary key (organisation_id, number)
);
create index on invoice (organisation_id, position);
create index on invoice (organisation_id, operation_number);

-- Till sessions, step by step: opened, counted, banked, arrived; each tells some of the columns.
create table till_step (
  organisation_id  uuid not null,
  session          integer not null,
  step             text not null,
  keeper           text,
  float_minor      bigint,
  takings_minor    bigint,
  counted_minor    bigint,
  banked_minor     bigint,
  arrived_on       date,
  operation_number bigint not null,
  day              date not null,
  position         bigint not null,
  at               timestamptz not null,
  primary key (organisation_id, session, step)
);

-- By how much what is left of vouchers changed.
create table voucher_move (
  organisation_id uuid not null,
  voucher_id      uuid not null,
  position        bigint not null,
  kind            text not null,
  origin          text,
  tax_rate        text,
  order_id        uuid,
  amount_minor    bigint not null,
  expires_at      timestamptz,
  day             date not null,
  at              timestamptz not null,
  primary key (organisation_id, voucher_id, position)
);
create index on voucher_move (organisation_id, day);

-- How many more or fewer uses of passes are left.
create table pass_move (
  organisation_id uuid not null,
  pass_id         uuid not null,
  position        bigint not null,
  kind            text not null,
  offer           text,
  name            text,
  order_id        uuid,
  performance_id  uuid,
  uses            integer not null,
  net_minor       bigint not null,
  tax_minor       bigint not null,
  tax_rate        text not null,
  expires_at      timestamptz,
  day             date not null,
  at              timestamptz not null,
  primary key (organisation_id, pass_id, position)
);
create index on pass_move (organisation_id, day);

-- What was closed. The totals are found at the cut; those that were sealed are compared with them
-- and never written over.
create table closing (
  organisation_id uuid not null,
  number          integer not null,
  kind            text not null,
  period_from     date not null,
  period_to       date not null,
  cut             bigint not null,
  started_at      timestamptz not null,
  is_automatic    boolean not null,
  found           jsonb not null,
  total_minor     bigint not null,
  perpetual_minor bigint not null,
  absolute_minor  bigint not null,
  sealed          jsonb,
  sealed_position bigint,
  primary key (organisation_id, number)
);
create index on closing (organisation_id, kind, period_to);
