-- Drafts (invisible to staff), sent applications with answers frozen, and the checks made on them.

create table draft (
  municipality_id uuid not null default current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  scheme_id uuid not null,
  version_id uuid not null,
  round_id uuid not null,
  person_id uuid not null,
  organisation_id uuid,
  answers jsonb not null default '{}',
  -- where "same as last year" took its answers from, to mark what was changed
  copied_from uuid,
  language text not null default 'nb',
  revision int not null default 1,
  opened_at timestamptz not null default now(),
  saved_at timestamptz not null default now(),
  sent_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, scheme_id) references scheme (municipality_id, id),
  foreign key (municipality_id, version_id) references scheme_version (municipality_id, id),
  foreign key (municipality_id, round_id) references round (municipality_id, id),
  foreign key (municipality_id, person_id) references person (municipality_id, id),
  foreign key (municipality_id, organisation_id) references organisation (municipality_id, id)
);
create index draft_person on draft (municipality_id, person_id) where sent_at is null;
call protect('draft');

create table draft_attachment (
  municipality_id uuid not null default current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  draft_id uuid not null,
  field text not null,
  file_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (municipality_id, id),
  foreign key (municipality_id, draft_id) references draft (municipality_id, id) on delete cascade,
  foreign key (municipality_id, file_id) references stored_file (municipality_id, id)
);
create index draft_attachment_draft on draft_attachment (municipality_id, draft_id);
call protect('draft_attachment');

create table application (
  municipality_id uuid not null default current_municipality() references municipality,
  -- one application is one case; to several districts it becomes several, linked
  case_id uuid not null,
  scheme_id uuid not null,
  version_id uuid not null,
  round_id uuid not null,
  draft_id uuid,
  sender_id uuid not null,
  organisation_id uuid,
  mandate_id uuid,
  -- classified answers are ciphertext inside the document
  answers jsonb not null,
  budget_income_ore bigint not null default 0,
  budget_cost_ore bigint not null default 0,
  applied_ore bigint not null,
  -- what the scheme's formula gives, where it has one
  calculated_ore bigint,
  submitted_at timestamptz not null,
  copied_from uuid,
  primary key (municipality_id, case_id),
  foreign key (municipality_id, case_id) references case_file (municipality_id, id),
  foreign key (municipality_id, scheme_id) references scheme (municipality_id, id),
  foreign key (municipality_id, version_id) references scheme_version (municipality_id, id),
  foreign key (municipality_id, round_id) references round (municipality_id, id),
  foreign key (municipality_id, sender_id) references person (municipality_id, id),
  foreign key (municipality_id, organisation_id) references organisation (municipality_id, id)
);
create index application_round on application (municipality_id, round_id);
call protect('application', 'select, insert, update');

create table budget_line (
  municipality_id uuid not null default current_municipality() references municipality,
  case_id uuid not null,
  position int not null,
  side text not null check (side in ('income', 'cost')),
  category text,
  label text not null,
  ore bigint not null check (ore >= 0),
  primary key (municipality_id, case_id, position),
  foreign key (municipality_id, case_id) references application (municipality_id, case_id)
);
call protect('budget_line', 'select, insert');

-- One rule applied to facts, kept so that it can be replayed: rule key, expression, facts, evaluator, outcome.
create table check_result (
  municipality_id uuid not null default current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  case_id uuid not null,
  version_id uuid not null,
  rule text not null,
  expression text not null,
  facts jsonb not null,
  today date not null,
  evaluator text not null,
  outcome text not null check (outcome in ('meets', 'fails', 'unknown')),
  checked_at timestamptz not null default now(),
  primary key (municipality_id, id),
  foreign key (municipality_id, case_id) references case_file (municipality_id, id),
  foreign key (municipality_id, version_id) references scheme_version (municipality_id, id)
);
create index check_result_case on check_result (municipality_id, case_id);
call protect('check_result', 'select, insert');

create table withdrawal (
  municipality_id uuid not null default current_municipality() references municipality,
  case_id uuid not null,
  reason text,
  withdrawn_by uuid default current_person(),
  withdrawn_at timestamptz not null default now(),
  primary key (municipality_id, case_id),
  foreign key (municipality_id, case_id) references case_file (municipality_id, id)
);
call protect('withdrawal', 'select, insert');
