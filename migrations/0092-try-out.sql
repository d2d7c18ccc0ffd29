-- A draft of a scheme tried on the applications that were sent in: worked out in the background, chunk by chunk, and kept.

create table scheme_try_out (
  municipality_id uuid not null default current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  -- which came last, also within one moment
  n int not null,
  draft_id uuid not null,
  -- the draft as it was when it was tried
  revision int not null,
  document jsonb not null,
  person_id uuid default current_person(),
  started_at timestamptz not null default clock(),
  total int not null,
  done int not null default 0,
  -- the last case that was tried
  after uuid,
  ended_at timestamptz,
  ended_as text check (ended_as in ('finished', 'cancelled', 'failed')),
  primary key (municipality_id, id),
  foreign key (municipality_id, draft_id) references scheme_draft (municipality_id, id)
);
create unique index scheme_try_out_draft on scheme_try_out (municipality_id, draft_id, n);
call protect('scheme_try_out', 'select, insert, update');

create table scheme_try_out_row (
  municipality_id uuid not null default current_municipality() references municipality,
  try_out_id uuid not null,
  case_id uuid not null,
  -- what the rules and the formula said under the published version and under the draft: verdicts and amounts, no personal data
  published jsonb not null,
  draft jsonb not null,
  differs boolean not null,
  primary key (municipality_id, try_out_id, case_id),
  foreign key (municipality_id, try_out_id) references scheme_try_out (municipality_id, id)
);
call protect('scheme_try_out_row', 'select, insert');
