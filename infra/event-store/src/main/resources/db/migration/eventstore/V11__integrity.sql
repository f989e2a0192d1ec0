-- The proof of the log: a Merkle tree over its entries, made behind it and never in its
-- transactions. Kept by a role of its own, which reads of the log what the tree is made of.
create schema integrity;

-- The hashes of the tree, 256 in a tile (C2SP tlog-tiles). The last tile of each level grows at its
-- end; nothing else ever changes.
create table integrity.tile (
  level int not null check (level between 0 and 7),
  tile_index bigint not null check (tile_index >= 0),
  hashes bytea not null
    check (octet_length(hashes) between 32 and 8192 and octet_length(hashes) % 32 = 0),
  primary key (level, tile_index)
);
-- Hashes cannot be compressed; trying to costs time.
alter table integrity.tile alter column hashes set storage external;

create function integrity.refuse_other_hashes() returns trigger language plpgsql as $$
begin
  if (new.level, new.tile_index) is distinct from (old.level, old.tile_index)
    or substring(new.hashes for octet_length(old.hashes)) is distinct from old.hashes
  then
    raise exception 'Expected tile %/% to grow at its end, but it was asked to change',
      old.level, old.tile_index;
  end if;
  return new;
end
$$;

create trigger tile_only_grows before update on integrity.tile
  for each row execute function integrity.refuse_other_hashes();
create trigger tile_is_never_removed before delete or truncate on integrity.tile
  for each statement execute function log.refuse_change();
alter table integrity.tile enable always trigger tile_only_grows;
alter table integrity.tile enable always trigger tile_is_never_removed;

-- What was signed, whole, as it was given to others.
create table integrity.checkpoint (
  tree_size bigint primary key check (tree_size > 0),
  note text not null,
  signed_at timestamptz not null
);

-- The public halves of all keys that ever signed. The private ones are in no database.
create table integrity.key (
  name text not null,
  key_id bytea not null check (octet_length(key_id) = 4),
  public_key bytea not null check (octet_length(public_key) = 32),
  first_used_at timestamptz not null,
  primary key (name, public_key)
);

-- Which checkpoints were sent out of the house, and when.
create table integrity.delivery (
  tree_size bigint not null check (tree_size > 0),
  delivered_at timestamptz not null,
  primary key (tree_size, delivered_at)
);

create trigger checkpoint_is_never_changed before update or delete or truncate
  on integrity.checkpoint for each statement execute function log.refuse_change();
create trigger key_is_never_changed before update or delete or truncate
  on integrity.key for each statement execute function log.refuse_change();
create trigger delivery_is_never_changed before update or delete or truncate
  on integrity.delivery for each statement execute function log.refuse_change();
alter table integrity.checkpoint enable always trigger checkpoint_is_never_changed;
alter table integrity.key enable always trigger key_is_never_changed;
alter table integrity.delivery enable always trigger delivery_is_never_changed;

grant usage on schema log to counterfoil_integrity;
grant select (position, entry) on log.event to counterfoil_integrity;
grant usage on schema integrity to counterfoil_integrity, counterfoil_reader;
grant select, insert, update (hashes) on integrity.tile to counterfoil_integrity;
grant select, insert on integrity.checkpoint, integrity.key, integrity.delivery
  to counterfoil_integrity;
grant select on integrity.tile, integrity.checkpoint, integrity.key, integrity.delivery
  to counterfoil_reader;
revoke delete, truncate on integrity.tile from counterfoil_owner;
revoke update, delete, truncate
  on integrity.checkpoint, integrity.key, integrity.delivery from counterfoil_owner;
