-- the plain fields of a customer that no statement asks for, by their names in CustomerDetails; the older four keep their columns
alter table customer add column details jsonb not null default '{}';
