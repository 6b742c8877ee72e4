-- Two addresses that some providers deliver to one mailbox: what stands behind a plus, and at Google the dots, are ignored.
-- A hint at who it could be, never a match.
create function mailbox(address text) returns text language sql immutable parallel safe return
  case when address !~ '^[^@+]+(\+[^@]*)?@[^@]+$' then address
    when split_part(address, '@', 2) in ('gmail.com', 'googlemail.com')
      then replace(split_part(split_part(address, '@', 1), '+', 1), '.', '') || '@gmail.com'
    else split_part(split_part(address, '@', 1), '+', 1) || '@' || split_part(address, '@', 2) end;

create index handle_mailbox on handle (mailbox(value)) where kind = 'email';
