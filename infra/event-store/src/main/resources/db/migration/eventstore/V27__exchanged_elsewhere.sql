-- Where an order's tickets went: how long what its buyer told is kept depends on the last performance.
create index event_exchanged_elsewhere on log.event (stream_id)
  where name = 'order.tickets-exchanged-elsewhere';
