-- The studio: a scheme's next version while it is being written, and every change to it.

create table scheme_draft (
  municipality_id uuid not null default current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  -- null: a scheme that has not been published yet
  scheme_id uuid,
  -- the version the draft began from, or was last brought up to
  based_on_version_id uuid,
  document jsonb not null,
  revision int not null default 0,
  started_by uuid default current_person(),
  started_at timestamptz not null default clock(),
  changed_at timestamptz not null default clock(),
  closed_as text check (closed_as in ('published', 'discarded')),
  closed_at timestamptz,
  closed_by uuid,
  primary key (municipality_id, id),
  foreign key (municipality_id, scheme_id) references scheme (municipality_id, id),
  foreign key (municipality_id, based_on_version_id) references scheme_version (municipality_id, id)
);
-- One draft at a time for a scheme: those who want to change it write in the same one.
create unique index scheme_draft_open on scheme_draft (municipality_id, scheme_id) where closed_at is null;
call protect('scheme_draft', 'select, insert, update');

create table scheme_draft_change (
  municipality_id uuid not null default current_municipality() references municipality,
  draft_id uuid not null,
  -- the draft's revision after this change
  sequence int not null,
  person_id uuid default current_person(),
  at timestamptz not null default clock(),
  kind text not null check (kind in ('edit', 'undo', 'redo', 'rebase')),
  -- the edit that an undo or redo is about
  of_sequence int,
  ops jsonb not null,
  inverse jsonb not null,
  primary key (municipality_id, draft_id, sequence),
  foreign key (municipality_id, draft_id) references scheme_draft (municipality_id, id),
  check ((kind in ('undo', 'redo')) = (of_sequence is not null))
);
call protect('scheme_draft_change', 'select, insert');
create trigger scheme_draft_change_is_immutable before update or delete or truncate on scheme_draft_change
  for each statement execute function refuse_change();
