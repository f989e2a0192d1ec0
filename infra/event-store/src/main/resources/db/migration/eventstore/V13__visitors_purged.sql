-- When a performance is long enough over, nobody needs to know any more who waited for it: the
-- visitors go, and the row of their room says when. The commitments stay in the log.
alter table waiting_room.room add column purged_at timestamptz;

grant delete on waiting_room.visitor, waiting_room.admission to counterfoil_writer;
