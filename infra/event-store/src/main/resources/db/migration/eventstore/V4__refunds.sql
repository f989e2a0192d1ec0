-- The refund process reads these, and only these, from the beginning at every start.
create index event_refund on log.event (position) where name like 'order.refund-%';
