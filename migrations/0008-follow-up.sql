-- Payments and reports, beside each other; the register's imported rows.

create table payment (
  municipality_id uuid not null default current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  award_id uuid not null,
  case_id uuid not null,
  instalment text not null,
  position int not null,
  ore bigint not null check (ore > 0),
  status text not null default 'planned' check (status in ('planned', 'prepared', 'approved', 'sent', 'confirmed', 'failed', 'stopped')),
  -- what must have happened first: nothing, acceptance, a claim by the recipient, an approved report
  release_on text not null default 'notified' check (release_on in ('notified', 'accepted', 'claimed', 'report-approved')),
  due_on date,
  claimed_at timestamptz,
  account_cipher text,
  prepared_by uuid,
  prepared_at timestamptz,
  approved_by uuid,
  approved_at timestamptz,
  sent_at timestamptz,
  confirmed_at timestamptz,
  status_reason text,
  primary key (municipality_id, id),
  unique (municipality_id, award_id, position),
  foreign key (municipality_id, award_id) references award (municipality_id, id),
  foreign key (municipality_id, case_id) references case_file (municipality_id, id),
  -- who prepares a payment does not approve it
  check (approved_by is null or approved_by <> prepared_by)
);
create index payment_status on payment (municipality_id, status, due_on, id);
create index payment_case on payment (municipality_id, case_id);
call protect('payment', 'select, insert, update');

create table report (
  municipality_id uuid not null default current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  award_id uuid not null,
  case_id uuid not null,
  key text not null,
  status text not null default 'due' check (status in ('due', 'submitted', 'returned', 'approved', 'rejected', 'waived')),
  due_on date not null,
  answers jsonb not null default '{}',
  -- [{ side, label, budgetOre, accountOre, comment }]
  accounts jsonb not null default '[]',
  spent_ore bigint,
  revision int not null default 1,
  submitted_by uuid,
  submitted_at timestamptz,
  review_reason text,
  reviewed_by uuid,
  reviewed_at timestamptz,
  primary key (municipality_id, id),
  unique (municipality_id, award_id, key),
  foreign key (municipality_id, award_id) references award (municipality_id, id),
  foreign key (municipality_id, case_id) references case_file (municipality_id, id)
);
create index report_status on report (municipality_id, status, due_on, id);
create index report_case on report (municipality_id, case_id);
call protect('report', 'select, insert, update');

create table report_attachment (
  municipality_id uuid not null default current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  report_id uuid not null,
  field text not null,
  file_id uuid not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, report_id) references report (municipality_id, id),
  foreign key (municipality_id, file_id) references stored_file (municipality_id, id)
);
call protect('report_attachment');

create table award_import (
  municipality_id uuid not null default current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  file_name text not null,
  file_sha256 bytea not null,
  imported_by uuid default current_person(),
  imported_at timestamptz not null default now(),
  primary key (municipality_id, id)
);
call protect('award_import', 'select, insert');

-- Rows of earlier years. The recipient is text until a person matches it.
create table imported_award (
  municipality_id uuid not null default current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  import_id uuid not null,
  source_key text not null,
  budget_year int not null,
  -- 'adopted' counts as an award when its amount is above zero; 'proposed' never does
  stage text not null check (stage in ('adopted', 'proposed')),
  recipient text not null,
  prior_year_ore bigint,
  applied_ore bigint,
  result_ore bigint not null check (result_ore >= 0),
  source_url text,
  organisation_id uuid,
  matched_by uuid,
  primary key (municipality_id, id),
  unique (municipality_id, source_key),
  foreign key (municipality_id, import_id) references award_import (municipality_id, id),
  foreign key (municipality_id, organisation_id) references organisation (municipality_id, id)
);
call protect('imported_award', 'select, insert, update');
