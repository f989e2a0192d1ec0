-- Performances that have yet to take place: looked for at every start, a few events each.
create index event_performance_time on log.event (stream_id)
  where name in ('performance.scheduled', 'performance.rescheduled');

-- Performances that were cancelled, and whether all their tickets were decided on.
create index event_cancellation on log.event (position)
  where name in ('performance.cancelled', 'performance.cancellation-settled');

-- Money that goes back: the refund process reads it from the beginning at every start.
drop index log.event_refund;
create index event_refund on log.event (position)
  where name like 'order.refund-%'
    or name in ('order.tickets-refunded', 'order.tickets-exchanged');
