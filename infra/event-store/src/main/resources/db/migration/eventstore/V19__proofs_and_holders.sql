-- What is to be shown with a ticket, and since which issue it has another holder: what a door asks for
-- each ticket of a list. Tickets that were read before need nothing shown, and were never transferred.
alter table log.issued_ticket
  add column proof text,
  add column transferred_issue int not null default 0 check (transferred_issue between 0 and 255);

drop index log.event_ticket;

create index event_ticket on log.event (position)
  where name in
    ('seat-hold.sold', 'order.ticket-reissued', 'order.ticket-transferred', 'ticket.voided');
