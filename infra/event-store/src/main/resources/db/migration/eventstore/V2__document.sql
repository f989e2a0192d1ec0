-- Documents under the SHA-256 of their bytes: written once, shared by whoever names the hash.
create table log.document (
  hash bytea primary key check (octet_length(hash) = 32),
  content bytea not null,
  constraint document_hash_is_of_content check (hash = sha256(content))
);

create trigger document_is_never_changed before update or delete or truncate on log.document
  for each statement execute function log.refuse_change();
alter table log.document enable always trigger document_is_never_changed;

grant select, insert on log.document to counterfoil_writer;
grant select on log.document to counterfoil_reader;
revoke update, delete, truncate on log.document from counterfoil_owner;
