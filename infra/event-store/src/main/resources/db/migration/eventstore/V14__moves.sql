-- The booking of a venue follows the moves of its performances, which are few in a long log.
create index event_moved on log.event (position) where name = 'performance.rescheduled';
