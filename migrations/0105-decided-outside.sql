-- Schemes where a body outside the municipality decides: the municipality's statement to it, and its decision as it is recorded here.

-- The application's place on the municipality's list of priority.
alter table recommendation add column rank int check (rank between 1 and 9999);

-- The statement is the standing recommendation as it was sent; it is no decision.
create table outside_statement (
  municipality_id uuid not null default current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  case_id uuid not null,
  recommendation_id uuid not null,
  rank int,
  sent_on date not null,
  sent_by uuid default current_person(),
  sent_at timestamptz not null default clock(),
  primary key (municipality_id, id),
  unique (municipality_id, recommendation_id),
  foreign key (municipality_id, case_id) references case_file (municipality_id, id),
  foreign key (municipality_id, recommendation_id) references recommendation (municipality_id, id)
);
create index outside_statement_case on outside_statement (municipality_id, case_id);
call protect('outside_statement', 'select, insert');

create table outside_decision (
  municipality_id uuid not null default current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  case_id uuid not null,
  outcome text not null check (outcome in ('granted', 'partly-granted', 'refused', 'dismissed')),
  ore bigint not null default 0 check (ore >= 0),
  decided_on date not null,
  -- the outside body's own case number or the like
  reference text not null,
  document_id uuid,
  recorded_by uuid default current_person(),
  recorded_at timestamptz not null default clock(),
  -- recorded wrongly, and recorded anew
  replaced_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, case_id) references case_file (municipality_id, id),
  foreign key (municipality_id, document_id) references case_document (municipality_id, id)
);
create unique index outside_decision_standing on outside_decision (municipality_id, case_id) where replaced_at is null;
call protect('outside_decision', 'select, insert, update');
