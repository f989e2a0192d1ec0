-- By what a consent may have ended, or waits to be confirmed: what was kept by it is looked at soon.
create index event_consent_end on log.event (position)
  where name in ('consent.withdrawn', 'consent.refused', 'consent.expired',
    'consent.confirmation-awaited', 'objection.made', 'data-subject.merged');
