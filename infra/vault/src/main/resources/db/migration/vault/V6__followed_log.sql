-- Up to which event of the log every erasure was done here, and which event that is: the hash of its
-- entry. Whoever restores an older vault restores this with it.
create table vault.followed_log (
  is_single boolean primary key default true check (is_single),
  position bigint not null check (position >= 0),
  leaf text not null check (leaf ~ '^[0-9a-f]{64}$')
);
grant select, insert, update on vault.followed_log to counterfoil_vault;

-- Which version of the master key encrypted a key; missing for who did not say so yet.
alter table vault.data_key add column master_version text;
alter table vault.mark_key add column master_version text;

-- Since when each version of the master key encrypts.
create table vault.master_version (
  version text primary key,
  since timestamptz not null
);
grant select, insert on vault.master_version to counterfoil_vault;
