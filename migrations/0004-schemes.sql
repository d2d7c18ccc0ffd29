-- Schemes as immutable versions of one document, their rounds and pots.

create table scheme (
  municipality_id uuid not null default current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  slug text not null check (slug ~ '^[a-z0-9][a-z0-9-]{1,80}$'),
  unit_id uuid,
  -- the version residents see and new applications use
  current_version_id uuid,
  retired_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (municipality_id, id),
  unique (municipality_id, slug),
  foreign key (municipality_id, unit_id) references unit (municipality_id, id)
);
call protect('scheme', 'select, insert, update');

create table scheme_version (
  municipality_id uuid not null default current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  scheme_id uuid not null,
  number int not null,
  format int not null,
  definition jsonb not null,
  definition_sha256 bytea not null,
  published_by uuid default current_person(),
  published_at timestamptz not null default now(),
  primary key (municipality_id, id),
  unique (municipality_id, scheme_id, number),
  foreign key (municipality_id, scheme_id) references scheme (municipality_id, id)
);
call protect('scheme_version', 'select, insert');
create trigger scheme_version_is_immutable before update or delete or truncate on scheme_version
  for each statement execute function refuse_change();
alter table scheme add foreign key (municipality_id, current_version_id) references scheme_version (municipality_id, id);

create table round (
  municipality_id uuid not null default current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  scheme_id uuid not null,
  key text not null,
  title jsonb not null,
  opens_at timestamptz not null,
  -- null: rolling
  closes_at timestamptz,
  -- a form opened before the deadline and sent within this many minutes after is accepted and marked
  grace_minutes int not null default 0,
  decision_by date,
  pot_ore bigint check (pot_ore >= 0),
  primary key (municipality_id, id),
  unique (municipality_id, scheme_id, key),
  foreign key (municipality_id, scheme_id) references scheme (municipality_id, id)
);
call protect('round', 'select, insert, update');

-- A part of the round's pot: for a district or an earmark.
create table pot (
  municipality_id uuid not null default current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  round_id uuid not null,
  key text not null,
  title jsonb,
  district_id uuid,
  ore bigint not null check (ore >= 0),
  primary key (municipality_id, id),
  unique (municipality_id, round_id, key),
  foreign key (municipality_id, round_id) references round (municipality_id, id),
  foreign key (municipality_id, district_id) references district (municipality_id, id)
);
call protect('pot', 'select, insert, update');

create table opening_reminder (
  municipality_id uuid not null default current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  scheme_id uuid not null,
  email text not null,
  language text not null default 'nb',
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  primary key (municipality_id, id),
  unique (municipality_id, scheme_id, email),
  foreign key (municipality_id, scheme_id) references scheme (municipality_id, id)
);
call protect('opening_reminder');
