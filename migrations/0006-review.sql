-- Handling: impartiality, requests for information, assessments and recommendations.

-- Declared per person and case before preparing, assessing or deciding (forvaltningsloven §§ 6-10).
create table impartiality_declaration (
  municipality_id uuid not null default current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  case_id uuid not null,
  person_id uuid not null,
  impartial boolean not null,
  -- why not: kept for those who need it, never in the log
  reason text,
  declared_at timestamptz not null default now(),
  primary key (municipality_id, id),
  foreign key (municipality_id, case_id) references case_file (municipality_id, id),
  foreign key (municipality_id, person_id) references person (municipality_id, id)
);
create index impartiality_case on impartiality_declaration (municipality_id, case_id, person_id, declared_at desc);
create index impartiality_person on impartiality_declaration (municipality_id, person_id, case_id);
call protect('impartiality_declaration', 'select, insert');

create table information_request (
  municipality_id uuid not null default current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  case_id uuid not null,
  question text not null,
  answer_by date not null,
  asked_by uuid default current_person(),
  asked_at timestamptz not null default now(),
  answer text,
  answered_by uuid,
  answered_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, case_id) references case_file (municipality_id, id)
);
create index information_request_case on information_request (municipality_id, case_id);
call protect('information_request', 'select, insert, update');

create table assessment (
  municipality_id uuid not null default current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  case_id uuid not null,
  assessor_id uuid not null default current_person(),
  -- [{ criterion, score, reason }]
  scores jsonb not null,
  weighted_score numeric(6,2),
  summary text not null default '',
  revision int not null default 1,
  assessed_at timestamptz not null default now(),
  primary key (municipality_id, id),
  unique (municipality_id, case_id, assessor_id),
  foreign key (municipality_id, case_id) references case_file (municipality_id, id),
  foreign key (municipality_id, assessor_id) references person (municipality_id, id)
);
call protect('assessment', 'select, insert, update');

create table recommendation (
  municipality_id uuid not null default current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  case_id uuid not null,
  outcome text not null check (outcome in ('granted', 'partly-granted', 'refused', 'dismissed')),
  ore bigint not null default 0 check (ore >= 0),
  pot_id uuid,
  reasons text not null,
  -- [{ key, text }] chosen and added conditions
  conditions jsonb not null default '[]',
  recommended_by uuid default current_person(),
  recommended_at timestamptz not null default now(),
  superseded_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, case_id) references case_file (municipality_id, id),
  foreign key (municipality_id, pot_id) references pot (municipality_id, id)
);
create unique index recommendation_current on recommendation (municipality_id, case_id) where superseded_at is null;
call protect('recommendation', 'select, insert, update');

-- A person's saved view of the worklist.
create table saved_view (
  municipality_id uuid not null default current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null default current_person(),
  name text not null,
  query text not null,
  created_at timestamptz not null default now(),
  primary key (municipality_id, id),
  foreign key (municipality_id, person_id) references person (municipality_id, id)
);
call protect('saved_view');
