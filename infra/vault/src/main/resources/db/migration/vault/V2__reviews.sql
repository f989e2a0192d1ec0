-- When a key is looked at next: is what it opens still to be kept? A new one is looked at soon, and
-- then on the day after its retention ends, as far as is known then.
alter table vault.data_key add column review_on date not null default '-infinity';
create index on vault.data_key (review_on);
create index on vault.data_key (organisation_id, purpose);
