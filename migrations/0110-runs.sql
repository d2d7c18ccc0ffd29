-- What is worked out in the background while somebody waits for it: how far it has come, and how it ended. Written in short
-- transactions beside the work itself, so that it is seen while the work, which may be one transaction, is not.

create table job_run (
  municipality_id uuid not null default current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  -- 'try-out', 'import-trial', 'import', 'import-undo'
  kind text not null,
  -- what it is about: a draft of a scheme, a file
  subject_id uuid not null,
  -- which of those about it came last, also within one moment
  n int not null,
  person_id uuid default current_person(),
  started_at timestamptz not null default clock(),
  -- what it does just now, in a word of its kind's own
  stage text,
  total int not null default 0,
  done int not null default 0,
  ended_at timestamptz,
  ended_as text check (ended_as in ('finished', 'cancelled', 'failed')),
  primary key (municipality_id, id),
  unique (municipality_id, kind, subject_id, n)
);
-- One at a time of a kind about one thing.
create unique index job_run_open on job_run (municipality_id, kind, subject_id) where ended_at is null;
create index job_run_subject on job_run (municipality_id, subject_id);
call protect('job_run');

-- The try-outs of drafts are such runs.
do $$ declare tenant uuid; begin
  for tenant in select distinct municipality_id from host_name loop
    perform set_config('torg.municipality', tenant::text, true);
    insert into job_run (municipality_id, id, kind, subject_id, n, person_id, started_at, total, done, ended_at, ended_as)
      select municipality_id, id, 'try-out', draft_id, n, person_id, started_at, total, done, ended_at, ended_as from scheme_try_out;
  end loop;
  perform set_config('torg.municipality', '', true);
end $$;
drop index scheme_try_out_draft;
alter table scheme_try_out drop column n, drop column person_id, drop column started_at, drop column total, drop column done,
  drop column ended_at, drop column ended_as,
  add foreign key (municipality_id, id) references job_run (municipality_id, id);
create index scheme_try_out_draft on scheme_try_out (municipality_id, draft_id);

-- What trying a file gave, sealed like its cells; gone when its columns or answers are changed.
alter table import_upload add column trial_cipher text, add column tried_at timestamptz;
