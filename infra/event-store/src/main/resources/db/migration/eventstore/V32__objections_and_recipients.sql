-- Whoever opens a vault marks again who objected: an older one may have been restored.
create index event_objection on log.event (position) where name = 'objection.made';

-- To whom somebody's data were given: an access request, and whoever puts right or erases, asks for it.
create function log.payload_texts(entry bytea, component text) returns text[]
  language sql immutable parallel safe
  return array(
    select jsonb_array_elements_text(convert_from(entry, 'UTF8')::jsonb #> array['payload', component]));

create index event_given on log.event using gin (log.payload_texts(entry, 'subjects'))
  where name = 'personal-data.disclosed' and log.payload_text(entry, 'recipient') is not null;
