-- Which payload was seen: the door and the delivery, or the source that was asked. Never anything of what it says.

alter table look add column what text;
