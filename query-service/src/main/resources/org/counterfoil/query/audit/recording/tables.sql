-- What happened to personal data: which field of whom, why, under which notice, by whom; never a
-- value. Every column of every row is a function of the events up to the projection's position and
-- of nothing else. Persons are opaque ids that lead nowhere once the vault has erased them.

-- Who answers for the data, and by which days and years it counts.
create table organisation (
  organisation_id   uuid primary key,
  name              text not null,
  legal_name        text not null,
  country           text not null,
  siren             text,
  dpo_contact       text,
  time_zone         text not null,
  fiscal_year_start text not null,
  created_at        timestamptz not null,
  position          bigint not null
);

-- What the register says of the controller beside its name; the newest counts.
create table controller (
  organisation_id   uuid not null,
  position          bigint not null,
  address           text not null,
  contact_address   text not null,
  dpo_contact       text,
  representative    text,
  joint_controllers jsonb not null,
  transfers         jsonb not null,
  measures          jsonb not null,
  described_at      timestamptz not null,
  primary key (organisation_id, position)
);

create table purpose (
  organisation_id  uuid not null,
  purpose          text not null,
  version          integer not null,
  name             text not null,
  dpv_purpose      text not null,
  lawful_basis     text not null,
  condition        text,
  fields           jsonb not null,
  recipients       jsonb not null,
  retention_start  text not null,
  retention_period text not null,
  is_required      boolean not null,
  actor            text not null,
  position         bigint not null,
  declared_at      timestamptz not null,
  primary key (organisation_id, purpose, version)
);

-- The text itself is a document of the log, under its hash.
create table notice (
  notice_version_id uuid primary key,
  organisation_id   uuid not null,
  purpose           text not null,
  purpose_version   integer not null,
  language          text not null,
  notice_hash       text not null,
  position          bigint not null,
  published_at      timestamptz not null
);
create index on notice (organisation_id, purpose);

-- One row for each field of each capture. It ends when a later capture replaces the field, when it
-- is put right (which makes a row that is kept for the same reason), or when its key is destroyed.
-- As long as it is kept it says until when, and from which day that counts: see kept_field.
create table capture (
  capture_id        uuid not null,
  field             text not null,
  organisation_id   uuid not null,
  subject_id        uuid not null,
  key_id            uuid not null,
  purpose           text not null,
  purpose_version   integer not null,
  lawful_basis      text not null,
  retention_start   text not null,
  retention_period  text not null,
  notice_version_id uuid not null,
  notice_hash       text not null,
  door              text not null,
  order_id          uuid,
  ticket_id         uuid,
  is_rectified      boolean not null,
  actor             text not null,
  position          bigint not null,
  captured_at       timestamptz not null,
  ending            text,
  ended_position    bigint,
  ended_at          timestamptz,
  starts_on         date,
  ends_on           date,
  primary key (capture_id, field)
) with (fillfactor = 80);
create index on capture (subject_id, purpose, field);
create index on capture (organisation_id, captured_at, position, field);
create index on capture (organisation_id, purpose, field, captured_at, position);
create index on capture (order_id);
create index on capture (organisation_id, ends_on, subject_id, purpose) where ends_on is not null;

-- Of how many people a field is kept for a purpose until a day. There is a row only where there is
-- somebody.
create table kept_until (
  organisation_id uuid not null,
  purpose         text not null,
  field           text not null,
  lawful_basis    text not null,
  ends_on         date not null,
  people          bigint not null check (people > 0),
  primary key (organisation_id, purpose, field, lawful_basis, ends_on)
) with (fillfactor = 50);

-- Of how many people anything is kept for a purpose; for any purpose at all where it is empty.
create table kept_people (
  organisation_id uuid not null,
  purpose         text not null,
  people          bigint not null check (people > 0),
  primary key (organisation_id, purpose)
) with (fillfactor = 50);

-- What was answered about a consent. "at" is when it was answered, which is before it was recorded
-- where it was brought from elsewhere.
create table consent_answer (
  organisation_id   uuid not null,
  subject_id        uuid not null,
  purpose           text not null,
  position          bigint not null,
  answer            text not null,
  purpose_version   integer,
  notice_version_id uuid,
  notice_hash       text,
  door              text,
  actor             text not null,
  at                timestamptz not null,
  recorded_at       timestamptz not null,
  primary key (subject_id, purpose, position)
);
create index on consent_answer (organisation_id, purpose, at);
create index on consent_answer (organisation_id, recorded_at);

-- From where an answer was brought: the system that it was exported from, and the form, list or
-- counter where it was given.
create table consent_origin (
  subject_id    uuid not null,
  purpose       text not null,
  at            timestamptz not null,
  is_given      boolean not null,
  position      bigint not null,
  source        text not null,
  exported_from text not null,
  primary key (subject_id, purpose, at, is_given, position)
);

-- What else a person did, or was done about one: objected, restricted, lifted, contacted, merged;
-- each tells some of the columns.
create table subject_step (
  position        bigint primary key,
  organisation_id uuid not null,
  subject_id      uuid not null,
  step            text not null,
  purpose         text,
  purpose_version integer,
  is_absolute     boolean,
  door            text,
  restriction     text,
  contact         text,
  into_subject    uuid,
  actor           text not null,
  at              timestamptz not null,
  recorded_at     timestamptz not null
);
create index on subject_step (subject_id);
create index on subject_step (into_subject);
create index on subject_step (organisation_id, recorded_at);

-- For which purposes somebody's data went, or stayed under which duty.
create table erasure (
  organisation_id uuid not null,
  subject_id      uuid not null,
  purpose         text not null,
  position        bigint not null,
  is_erased       boolean not null,
  key_id          uuid,
  duty            text,
  reason          text not null,
  in_backups_until date not null,
  actor           text not null,
  at              timestamptz not null,
  recorded_at     timestamptz not null,
  primary key (subject_id, purpose, position)
);
create index on erasure (organisation_id, recorded_at);
create index on erasure (organisation_id, at, position, purpose)
  where is_erased and reason in ('RETENTION_ENDED', 'NOT_CONFIRMED');

-- Who read personal data.
create table disclosure (
  position        bigint primary key,
  organisation_id uuid not null,
  disclosure_id   uuid not null,
  kind            text not null,
  reason          text not null,
  purposes        jsonb not null,
  fields          jsonb not null,
  recipient       text,
  actor           text not null,
  at              timestamptz not null
);
create index on disclosure (organisation_id, at, position);

create table disclosed_subject (
  position   bigint not null,
  subject_id uuid not null,
  primary key (position, subject_id)
);
create index on disclosed_subject (subject_id);

-- Who read what is recorded here.
create table reading (
  position        bigint primary key,
  reading_id      uuid not null,
  organisation_id uuid not null,
  question        text not null,
  subject_id      uuid,
  reason          text not null,
  actor           text not null,
  at              timestamptz not null
);
create index on reading (organisation_id, at, position);
create index on reading (subject_id, at, position);

-- By which somebody exercised a right.
create table request (
  request_id      uuid primary key,
  organisation_id uuid not null,
  kind            text not null,
  identity_check  text not null,
  received_on     date not null,
  due_on          date not null,
  state           text not null,
  extension       text,
  refusal         text,
  actor           text not null,
  position        bigint not null,
  logged_at       timestamptz not null,
  closed_at       timestamptz
);
create index on request (organisation_id, position);
create index on request (organisation_id, due_on, position) where state = 'OPEN';

create table request_subject (
  request_id uuid not null,
  subject_id uuid not null,
  primary key (request_id, subject_id)
);
create index on request_subject (subject_id);

-- What became of a request; the code says how, or why.
create table request_step (
  position   bigint primary key,
  request_id uuid not null,
  step       text not null,
  code       text,
  actor      text not null,
  at         timestamptz not null
);
create index on request_step (request_id);

-- Which files of people were brought in, and what was in them.
create table people_import (
  position             bigint primary key,
  organisation_id      uuid not null,
  import_id            uuid not null,
  source               text not null,
  exported_at          timestamptz not null,
  lines                integer not null,
  new_people           integer not null,
  known_people         integer not null,
  captures             integer not null,
  consents_recorded    integer not null,
  consents_not_counted integer not null,
  faulty_lines         integer not null,
  actor                text not null,
  at                   timestamptz not null
);
create index on people_import (organisation_id, position);

-- Until when data are kept counts from what they were captured for.
create table performance (
  performance_id uuid primary key,
  ends_at        timestamptz not null
);

create table order_performance (
  order_id       uuid not null,
  performance_id uuid not null,
  primary key (order_id, performance_id)
);
create index on order_performance (performance_id);

-- Orders that were paid, free or put on account: what was agreed to with one counts from there.
create table completed_order (
  order_id     uuid primary key,
  position     bigint not null,
  completed_at timestamptz not null
);

-- With which order people told what they told: parts of an order over several performances, and
-- orders that tickets were exchanged into, tell of nobody by themselves.
create table order_origin (
  order_id        uuid primary key,
  origin_order_id uuid not null
);

-- Who was found to be the same person as another: as whom each is known now.
create table same_person (
  subject_id uuid primary key,
  person_id  uuid not null
);
create index on same_person (person_id);

-- A field as it stands, computed anew: after each batch of events the captures of whoever is
-- concerned are set to it, and counted. It has the day that its retention counts from and the last one
-- on which it may be kept: that of the capture for the same purpose that is kept longest. A contact
-- is what the person did itself, when it did it: an import is none, nor is a note of staff; of whom
-- nothing else is known, the first capture counts. A contact with one is a contact with everybody who
-- is the same person. What was captured for no performance counts from its capture. What is to be
-- confirmed and was not goes after seven days, and so does what was kept by a consent that ended, of
-- whoever is that person. Days are those of the organisation.
create view kept_field as
  select c.capture_id, c.field, c.organisation_id, c.subject_id, c.purpose, c.lawful_basis,
    c.retention_start, c.retention_period,
    coalesce(
      asked.starts_on,
      case when withdrawn.ends_on < longest.ends_on then withdrawn.ends_on - 7
        else longest.starts_on end) as starts_on,
    coalesce(asked.ends_on, least(longest.ends_on, withdrawn.ends_on)) as ends_on
  from capture c
  join organisation o on o.organisation_id = c.organisation_id
  cross join lateral (
    select started.starts_on,
      (started.starts_on + started.retention_period::interval)::date as ends_on
    from (
      select told.retention_period,
        case told.retention_start
          when 'CAPTURE' then day.captured_on
          when 'LAST_CONTACT' then (
            select (coalesce(max(heard.at), min(heard.first_at)) at time zone o.time_zone)::date
            from (
              select coalesce(
                (select s.person_id from same_person s where s.subject_id = c.subject_id),
                c.subject_id) as id) person
            cross join lateral (
              select person.id as id
              union all
              select s.subject_id from same_person s where s.person_id = person.id) member
            cross join lateral (
              select max(e.captured_at) filter (
                  where e.door in ('ORDER', 'ACCOUNT', 'NEWSLETTER_FORM')
                    or e.door in ('BOX_OFFICE', 'ADMISSION_LIST') and e.order_id is not null) as at,
                min(e.captured_at) as first_at
              from capture e
              where e.subject_id = member.id and not e.is_rectified
              union all
              select max(a.at), null from consent_answer a
              where a.subject_id = member.id and a.answer in ('GIVEN', 'RENEWED')
              union all
              select max(s.at), null from subject_step s
              where s.subject_id = member.id and s.step = 'CONTACT') heard)
          when 'PERFORMANCE_END' then greatest(day.captured_on, (
            select max((p.ends_at at time zone o.time_zone)::date)
            from order_performance op
            join performance p on p.performance_id = op.performance_id
            where op.order_id = told.order_id))
          when 'FISCAL_YEAR_END' then
            case when year.starts_on > day.captured_on then year.starts_on
              else next_year.starts_on end - 1
        end as starts_on
      from (
        select distinct t.capture_id, t.captured_at, t.retention_start, t.retention_period,
          t.order_id
        from capture t
        where t.subject_id = c.subject_id and t.purpose = c.purpose and not t.is_rectified) told
      cross join lateral (
        select (told.captured_at at time zone o.time_zone)::date as captured_on,
          substr(o.fiscal_year_start, 3, 2)::integer as month,
          substr(o.fiscal_year_start, 6, 2)::integer as number) day
      cross join lateral (
        select extract(year from day.captured_on)::integer as number) this_year
      cross join lateral (
        select least(
          make_date(this_year.number, day.month, 1) + (day.number - 1),
          (make_date(this_year.number, day.month, 1) + interval '1 month - 1 day')::date)
          as starts_on) year
      cross join lateral (
        select least(
          make_date(this_year.number + 1, day.month, 1) + (day.number - 1),
          (make_date(this_year.number + 1, day.month, 1) + interval '1 month - 1 day')::date)
          as starts_on) next_year) started
    order by 2 desc, 1 desc limit 1) longest
  left join lateral (
    select max((s.at at time zone o.time_zone)::date) as starts_on,
      max(((s.at + interval '168 hours') at time zone o.time_zone)::date) as ends_on
    from subject_step s
    where s.subject_id = c.subject_id and s.purpose = c.purpose
      and s.step = 'CONFIRMATION_AWAITED'
      and not exists (
        select from consent_answer a
        where a.subject_id = s.subject_id and a.purpose = s.purpose
          and a.answer in ('GIVEN', 'RENEWED') and a.position > s.position)) asked on true
  left join lateral (
    select min(((a.at + interval '168 hours') at time zone o.time_zone)::date) as ends_on
    from (
      select coalesce(
        (select s.person_id from same_person s where s.subject_id = c.subject_id),
        c.subject_id) as id) person
    cross join lateral (
      select array(
        select person.id
        union all
        select s.subject_id from same_person s where s.person_id = person.id) as ids) member
    cross join lateral (
      select coalesce(max(y.at), '-infinity') as at from consent_answer y
      where y.subject_id = any (member.ids) and y.purpose = c.purpose
        and y.answer in ('GIVEN', 'RENEWED')) yes
    join consent_answer a on a.subject_id = any (member.ids) and a.purpose = c.purpose
      and a.answer in ('REFUSED', 'WITHDRAWN') and a.at >= yes.at
    where c.lawful_basis = 'A6-1-a'
      or exists (
        select from purpose p
        where p.organisation_id = c.organisation_id and p.purpose = c.purpose
          and p.version = c.purpose_version and p.condition = 'A9-2-a')) withdrawn on true
  where c.ended_position is null;
