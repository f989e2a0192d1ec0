-- Allotments that may have to return: looked for at every start, a handful among millions.
create index event_allotment on log.event (position)
  where name in ('allotment.made', 'allotment.cascaded');
