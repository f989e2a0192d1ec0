-- Whoever opens a vault destroys again what was erased: an older one may have been restored.
create index event_erasure on log.event (position) where name = 'personal-data.erased';
