-- When passes expire: looked for at every start.
create index event_pass on log.event (position)
  where name in ('pass.issued', 'pass.uses-returned');
