-- Where a ticket is found in the log and how it stands: read out of the log by whoever asks, as far
-- as the note beside it says. May be lost; it is read again from the beginning.
create table log.issued_ticket (
  ticket_id uuid primary key,
  performance_id uuid not null,
  ticket_number int not null check (ticket_number >= 1),
  order_id uuid not null,
  sold_position bigint not null,
  issue int not null default 0 check (issue between 0 and 255),
  is_void boolean not null default false,
  constraint issued_ticket_number unique (performance_id, ticket_number)
);

create table log.issued_tickets_read (
  is_single boolean primary key default true check (is_single),
  read_to bigint not null check (read_to >= -1)
);

insert into log.issued_tickets_read (read_to) values (-1);

create index event_ticket on log.event (position)
  where name in ('seat-hold.sold', 'order.ticket-reissued', 'ticket.voided');

grant select, insert, update on log.issued_ticket, log.issued_tickets_read to counterfoil_writer;
