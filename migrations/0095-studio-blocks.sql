-- Questions that several schemes ask: kept once as a named block, put into drafts, and changed in all of them.

create table scheme_block (
  municipality_id uuid not null default current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  name jsonb not null,
  fields jsonb not null,
  revision int not null default 1,
  changed_by uuid default current_person(),
  changed_at timestamptz not null default clock(),
  primary key (municipality_id, id)
);
call protect('scheme_block');

-- The questions stand in the draft's document as any others; this says which of them are a block's.
create table scheme_block_use (
  municipality_id uuid not null default current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  block_id uuid not null,
  draft_id uuid not null,
  -- the list of questions they were put in
  place text not null,
  -- by the block's key for a question, the key it has in the draft
  keys jsonb not null,
  -- the block's questions as they last came from it: what is otherwise in the draft has been changed there
  brought jsonb not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, block_id) references scheme_block (municipality_id, id),
  foreign key (municipality_id, draft_id) references scheme_draft (municipality_id, id)
);
create index scheme_block_use_block on scheme_block_use (municipality_id, block_id);
create index scheme_block_use_draft on scheme_block_use (municipality_id, draft_id);
call protect('scheme_block_use');
