-- What every kind of case shares: a number, who stands in it, its documents, messages and notices. Knows no scheme.

create table case_counter (
  municipality_id uuid not null default current_municipality() references municipality,
  year int not null,
  next int not null default 1,
  primary key (municipality_id, year)
);
call protect('case_counter');

create table case_file (
  municipality_id uuid not null default current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  number text not null,
  kind text not null,
  -- what the case is about and the call it came in under: ids of the owning module's things
  topic_id uuid not null,
  call_id uuid,
  title text not null,
  status text not null,
  applicant_name text not null,
  applicant_person_id uuid,
  applicant_organisation_id uuid,
  district_id uuid,
  unit_id uuid,
  caseworker_id uuid,
  -- next date something must have happened by, an Oslo day
  due_on date,
  applied_ore bigint not null default 0,
  recommended_ore bigint,
  granted_ore bigint,
  received_at timestamptz not null,
  closed_at timestamptz,
  channel text not null default 'digital' check (channel in ('digital', 'paper', 'email', 'phone')),
  late_reason text,
  language text not null default 'nb',
  -- raised by one on every write: two caseworkers on one case are told of each other
  revision int not null default 1,
  search tsvector not null default ''::tsvector,
  primary key (municipality_id, id),
  unique (municipality_id, number),
  foreign key (municipality_id, applicant_person_id) references person (municipality_id, id),
  foreign key (municipality_id, applicant_organisation_id) references organisation (municipality_id, id),
  foreign key (municipality_id, district_id) references district (municipality_id, id),
  foreign key (municipality_id, unit_id) references unit (municipality_id, id),
  foreign key (municipality_id, caseworker_id) references person (municipality_id, id)
);
create index case_file_received on case_file (municipality_id, received_at desc, id);
create index case_file_due on case_file (municipality_id, due_on, id) where closed_at is null;
create index case_file_caseworker on case_file (municipality_id, caseworker_id, due_on, id) where closed_at is null;
create index case_file_status on case_file (municipality_id, status, due_on, id);
create index case_file_call on case_file (municipality_id, call_id, status, id);
create index case_file_applicant_person on case_file (municipality_id, applicant_person_id, received_at desc);
create index case_file_applicant_organisation on case_file (municipality_id, applicant_organisation_id, received_at desc);
create index case_file_search on case_file using gin (search);
call protect('case_file', 'select, insert, update');

-- Linked cases: one application to several committees becomes one case per committee.
create table case_link (
  municipality_id uuid not null default current_municipality() references municipality,
  case_id uuid not null,
  other_id uuid not null,
  kind text not null default 'same-application',
  primary key (municipality_id, case_id, other_id),
  foreign key (municipality_id, case_id) references case_file (municipality_id, id),
  foreign key (municipality_id, other_id) references case_file (municipality_id, id)
);
call protect('case_link');

-- Stored bytes: written and synced to disk before this row commits.
create table stored_file (
  municipality_id uuid not null default current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  storage_key text not null,
  name text not null,
  media_type text not null,
  size int not null check (size >= 0),
  sha256 bytea not null,
  created_by uuid default current_person(),
  created_at timestamptz not null default now(),
  primary key (municipality_id, id)
);
call protect('stored_file');

-- One document in or out of a case.
create table case_document (
  municipality_id uuid not null default current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  case_id uuid not null,
  file_id uuid,
  direction text not null check (direction in ('in', 'out', 'internal')),
  kind text not null,
  title text not null,
  -- access code and its legal basis when the document is not public
  access_code text,
  -- the applicant sees it on the case page from this time
  shared_at timestamptz,
  created_by uuid default current_person(),
  created_at timestamptz not null default now(),
  primary key (municipality_id, id),
  foreign key (municipality_id, case_id) references case_file (municipality_id, id),
  foreign key (municipality_id, file_id) references stored_file (municipality_id, id)
);
create index case_document_case on case_document (municipality_id, case_id, created_at);
call protect('case_document', 'select, insert, update');

-- An internal note of a caseworker; kept, not edited.
create table case_note (
  municipality_id uuid not null default current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  case_id uuid not null,
  body text not null,
  created_by uuid default current_person(),
  created_at timestamptz not null default now(),
  primary key (municipality_id, id),
  foreign key (municipality_id, case_id) references case_file (municipality_id, id)
);
call protect('case_note', 'select, insert');

-- Something to do in a case that its status does not say: an appeal to look at, a bank account to check.
create table case_task (
  municipality_id uuid not null default current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  case_id uuid not null,
  kind text not null,
  due_on date,
  done_at timestamptz,
  done_by uuid,
  created_at timestamptz not null default now(),
  primary key (municipality_id, id),
  foreign key (municipality_id, case_id) references case_file (municipality_id, id)
);
create index case_task_open on case_task (municipality_id, case_id) where done_at is null;
call protect('case_task', 'select, insert, update');

-- A notice that something waits; holds no content of the case (eForvaltningsforskriften § 8).
create table notice (
  municipality_id uuid not null default current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  case_id uuid,
  person_id uuid,
  kind text not null,
  recipient text not null,
  language text not null,
  subject text not null,
  body text not null,
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  -- when the person opened what the notice told of: the time limit for appeal is counted from here
  opened_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, case_id) references case_file (municipality_id, id),
  foreign key (municipality_id, person_id) references person (municipality_id, id)
);
create index notice_case on notice (municipality_id, case_id);
create index notice_created on notice (municipality_id, created_at desc, id);
call protect('notice', 'select, insert, update');

-- Full-text search under a policy cannot use its index (the operator is not leakproof): one narrow function owned by a role
-- that can do nothing else looks ids up for the named municipality.
do $$ begin
  if not exists (select from pg_roles where rolname = 'torg_search') then
    create role torg_search nologin nosuperuser nobypassrls;
  end if;
end $$;
grant usage on schema public to torg_search, torg_app;
grant select (municipality_id, id, search, received_at) on case_file to torg_search;
create policy search_reads on case_file for select to torg_search using (true);
create or replace function search_cases(words tsquery, at_most int) returns setof uuid
language sql stable security definer set search_path = pg_catalog, public as $$
  select id from public.case_file
  where municipality_id = nullif(current_setting('torg.municipality', true), '')::uuid and search @@ words
  order by received_at desc limit at_most
$$;
do $$ begin
  -- An owner that is no superuser must be a member of the role it hands the function to.
  if not (select rolsuper from pg_roles where rolname = current_user) then
    execute format('grant torg_search to %I', current_user);
  end if;
end $$;
grant create on schema public to torg_search;
alter function search_cases(tsquery, int) owner to torg_search;
revoke create on schema public from torg_search;
revoke all on function search_cases(tsquery, int) from public;
grant execute on function search_cases(tsquery, int) to torg_app;
