-- Who looks for an order knows a seat of it, or a payment. The tickets are read out of the log once
-- more, with their seats.
alter table log.issued_ticket add column seat_id text;
create index issued_ticket_seat on log.issued_ticket (performance_id, seat_id)
  where seat_id is not null;
delete from log.issued_ticket;
update log.issued_tickets_read set read_to = -1;

-- A text of an event's payload. Entries never change, and are UTF-8 whatever the database is: what
-- convert_from is not declared to be, it is here.
create function log.payload_text(entry bytea, component text) returns text
  language sql immutable parallel safe
  return convert_from(entry, 'UTF8')::jsonb #>> array['payload', component];

create index event_payment_reference on log.event (organisation_id, log.payload_text(entry, 'reference'))
  where name = 'order.payment-captured';
create index event_payment on log.event (organisation_id, log.payload_text(entry, 'paymentId'))
  where name in ('order.payment-captured', 'order.payment-started');
