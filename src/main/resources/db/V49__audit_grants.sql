-- The program's own role may add to the audit and read it, nothing else; the triggers refuse a change for everybody.
-- An owner can give itself back what it has not: docs/operation.md shows how another role becomes the owner.
revoke update, delete, truncate on audit from current_user;
create index audit_actor on audit (actor, id desc);
