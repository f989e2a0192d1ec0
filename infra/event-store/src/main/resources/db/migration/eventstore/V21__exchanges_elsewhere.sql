-- Money that goes back: the refund process reads it from the beginning at every start.
drop index log.event_refund;
create index event_refund on log.event (position)
  where name like 'order.refund-%'
    or name in
      ('order.tickets-refunded', 'order.tickets-exchanged', 'order.tickets-exchanged-elsewhere');
