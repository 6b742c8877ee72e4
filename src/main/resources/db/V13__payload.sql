-- looking at what a system has sent, as it was sent, is a look too
alter table look drop constraint look_why_check;
alter table look add constraint look_why_check
  check (why in ('rang', 'search', 'opened', 'page', 'exported', 'erased', 'payload'));
