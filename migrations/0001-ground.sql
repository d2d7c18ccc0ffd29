-- Who the tenants are, and the rule every other table follows: a municipality on each row, kept by the database.

create or replace function current_municipality() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('torg.municipality', true), '')::uuid $$;

create or replace function current_person() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('torg.person', true), '')::uuid $$;

-- Row-level security, forced on the owner too; the privileges the application's role gets are named by the caller.
create or replace procedure protect(target regclass, privileges text default 'select, insert, update, delete')
language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy municipality on %s using (municipality_id = (select current_municipality()))', target);
  execute format('grant %s on %s to torg_app', privileges, target);
end $$;

create table municipality (
  municipality_id uuid primary key default gen_random_uuid(),
  slug text not null unique check (slug ~ '^[a-z][a-z0-9-]{1,40}$'),
  name text not null,
  organisation_number text,
  -- colours, logo, languages, contact: MunicipalitySettings in src/modules/cases/model.ts
  settings jsonb not null default '{}',
  created_at timestamptz not null default now()
);
call protect('municipality', 'select, update');

-- Exempt from row-level security: needed before the municipality is known. Holds no personal data.
create table host_name (
  host text primary key,
  municipality_id uuid not null references municipality
);
grant select on host_name to torg_app;

create table unit (
  municipality_id uuid not null default current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  key text not null,
  name jsonb not null,
  -- a department, or an elected body that decides ('body')
  kind text not null default 'department' check (kind in ('department', 'body')),
  email text,
  primary key (municipality_id, id),
  unique (municipality_id, key)
);
call protect('unit');

create table district (
  municipality_id uuid not null default current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  key text not null,
  name text not null,
  -- place in the schematic tile map
  tile_column int not null,
  tile_row int not null,
  position int not null,
  body_id uuid,
  primary key (municipality_id, id),
  unique (municipality_id, key),
  foreign key (municipality_id, body_id) references unit (municipality_id, id)
);
call protect('district');

create table person (
  municipality_id uuid not null default current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  name text not null,
  kind text not null default 'resident' check (kind in ('resident', 'staff')),
  email text,
  phone text,
  language text not null default 'nb' check (language in ('nb', 'nn', 'en')),
  -- national identity number: keyed hash to look up by, ciphertext to show to those who need it
  national_id_hash bytea,
  national_id_cipher text,
  born_on date,
  protected_address boolean not null default false,
  superior_id uuid,
  active boolean not null default true,
  created_at timestamptz not null default now(),
  primary key (municipality_id, id),
  foreign key (municipality_id, superior_id) references person (municipality_id, id)
);
create unique index person_national_id on person (municipality_id, national_id_hash) where national_id_hash is not null;
call protect('person');

create table staff_role (
  municipality_id uuid not null default current_municipality() references municipality,
  person_id uuid not null,
  role text not null check (role in ('caseworker', 'unit-leader', 'assessor', 'committee-secretary', 'decision-maker',
    'finance-preparer', 'finance-approver', 'communicator', 'archivist', 'auditor', 'scheme-owner', 'administrator')),
  given_by uuid,
  given_at timestamptz not null default now(),
  primary key (municipality_id, person_id, role),
  foreign key (municipality_id, person_id) references person (municipality_id, id)
);
call protect('staff_role');

create table organisation (
  municipality_id uuid not null default current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  -- nine digits; null for groups that are not registered
  number text check (number ~ '^[0-9]{9}$'),
  name text not null,
  form text,
  email text,
  address text,
  postcode text,
  place text,
  -- the register's answer as it was read, with where and when: RegisterFacts in src/modules/cases/model.ts
  register_facts jsonb,
  register_read_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (municipality_id, id)
);
create unique index organisation_number on organisation (municipality_id, number) where number is not null;
call protect('organisation');

-- Why this person may act for that organisation, and until when.
create table mandate (
  municipality_id uuid not null default current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  organisation_id uuid not null,
  role text not null check (role in ('chair', 'manager', 'treasurer', 'board-member', 'contact')),
  source text not null,
  valid_from date not null default current_date,
  valid_until date,
  primary key (municipality_id, id),
  foreign key (municipality_id, person_id) references person (municipality_id, id),
  foreign key (municipality_id, organisation_id) references organisation (municipality_id, id)
);
create index mandate_person on mandate (municipality_id, person_id);
call protect('mandate');

-- Append-only: the application's role may read and add, nobody may change.
create table event (
  municipality_id uuid not null default current_municipality() references municipality,
  subject_id uuid not null,
  sequence int not null,
  subject_kind text not null,
  type text not null,
  actor_id uuid default current_person(),
  actor_role text,
  mandate_id uuid,
  at timestamptz not null default now(),
  -- ids, verdicts, amounts and names of changed fields; never personal data or free text
  changes jsonb not null default '{}',
  based_on jsonb not null default '{}',
  primary key (municipality_id, subject_id, sequence)
);
create index event_at on event (municipality_id, at);
call protect('event', 'select, insert');

create or replace function refuse_change() returns trigger language plpgsql
  as $$ begin raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation'; end $$;
create trigger event_is_append_only before update or delete or truncate on event for each statement execute function refuse_change();

-- What an action answered the first time its key was used; the same key with another body is a conflict.
create table idempotency (
  municipality_id uuid not null default current_municipality() references municipality,
  key text not null,
  person_id uuid,
  action text not null,
  body_hash bytea not null,
  result jsonb,
  created_at timestamptz not null default now(),
  primary key (municipality_id, key)
);
create index idempotency_age on idempotency (municipality_id, created_at);
call protect('idempotency');
