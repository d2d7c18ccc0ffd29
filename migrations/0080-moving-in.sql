-- Moving in: lists of earlier awards, organisations and open obligations, brought in from spreadsheets, each file one batch that
-- can be tried first and taken back whole.

create table import_batch (
  municipality_id uuid not null default current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  kind text not null check (kind in ('awards', 'organisations', 'obligations')),
  file_name text not null,
  file_sha256 bytea not null,
  staged_by uuid default current_person(),
  staged_at timestamptz not null default clock(),
  -- which sheet, heading row and columns are read as what: Mapping in moving-in/rules/mapping.ts
  mapping jsonb,
  -- what a person said of names: { name: organisation id, 'new' or 'none' }
  answers jsonb not null default '{}',
  counts jsonb not null default '{}',
  imported_by uuid,
  imported_at timestamptz,
  undone_by uuid,
  undone_at timestamptz,
  -- { removed, restored, kept: [{ line, what, why }] }
  undo jsonb,
  primary key (municipality_id, id),
  check (undone_at is null or imported_at is not null)
);
create index import_batch_newest on import_batch (municipality_id, staged_at desc, id);
create index import_batch_file on import_batch (municipality_id, kind, file_sha256) where imported_at is not null and undone_at is null;
call protect('import_batch');

-- The file's cells, packed and sealed, until the batch is brought in or thrown away.
create table import_upload (
  municipality_id uuid not null default current_municipality() references municipality,
  batch_id uuid not null,
  cells_cipher text not null,
  primary key (municipality_id, batch_id),
  foreign key (municipality_id, batch_id) references import_batch (municipality_id, id) on delete cascade
);
call protect('import_upload');

-- What the columns of a file with these headings were last said to be.
create table import_mapping (
  municipality_id uuid not null default current_municipality() references municipality,
  kind text not null check (kind in ('awards', 'organisations', 'obligations')),
  fingerprint bytea not null,
  remembered jsonb not null,
  saved_by uuid default current_person(),
  saved_at timestamptz not null default clock(),
  primary key (municipality_id, kind, fingerprint)
);
call protect('import_mapping');

-- Where each row came from, and what taking it back means.
create table import_change (
  municipality_id uuid not null default current_municipality() references municipality,
  batch_id uuid not null,
  sequence int not null,
  line int not null,
  target_id uuid not null,
  change text not null check (change in ('added', 'changed')),
  before jsonb,
  after jsonb not null,
  primary key (municipality_id, batch_id, sequence),
  foreign key (municipality_id, batch_id) references import_batch (municipality_id, id)
);
create index import_change_target on import_change (municipality_id, target_id);
call protect('import_change', 'select, insert');

-- Reports and conditions that belong to awards given before Torg, or outside it. They move as obligations do.
create table imported_obligation (
  municipality_id uuid not null default current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  import_id uuid not null,
  source_key text not null,
  demand text not null check (demand in ('report', 'condition')),
  recipient text not null,
  stated_number text,
  organisation_id uuid,
  matched_by uuid,
  matched_at timestamptz,
  what text not null,
  scheme_title text,
  award_year int,
  ore bigint check (ore >= 0),
  due_on date not null,
  status text not null default 'open' check (status in ('open', 'met', 'waived', 'broken')),
  status_reason text,
  status_by uuid,
  status_at timestamptz,
  primary key (municipality_id, id),
  unique (municipality_id, source_key),
  foreign key (municipality_id, import_id) references import_batch (municipality_id, id),
  foreign key (municipality_id, organisation_id) references organisation (municipality_id, id)
);
create index imported_obligation_due on imported_obligation (municipality_id, status, due_on, id);
create index imported_obligation_organisation on imported_obligation (municipality_id, organisation_id) where organisation_id is not null;
create index imported_obligation_unmatched on imported_obligation (municipality_id, recipient) where organisation_id is null;
call protect('imported_obligation');

-- Earlier awards: what more a list may tell, and whether it may be shown to everybody.
alter table imported_award
  add column purpose text,
  add column stated_number text,
  add column scheme_title text,
  add column scheme_id uuid,
  add column district_id uuid,
  add column decided_on date,
  add column public boolean not null default true,
  add foreign key (municipality_id, scheme_id) references scheme (municipality_id, id),
  add foreign key (municipality_id, district_id) references district (municipality_id, id);
create index imported_award_organisation on imported_award (municipality_id, organisation_id) where organisation_id is not null;
grant delete on imported_award to torg_app;

-- The imports there were become batches like the others.
do $$ declare tenant uuid; begin
  for tenant in select distinct municipality_id from host_name loop
    perform set_config('torg.municipality', tenant::text, true);
    insert into import_batch (municipality_id, id, kind, file_name, file_sha256, staged_by, staged_at, imported_by, imported_at)
      select municipality_id, id, 'awards', file_name, file_sha256, imported_by, imported_at, imported_by, imported_at from award_import;
    insert into import_change (municipality_id, batch_id, sequence, line, target_id, change, after)
      select municipality_id, import_id, row_number() over (partition by import_id order by budget_year, id),
        row_number() over (partition by import_id order by budget_year, id) + 1, id, 'added',
        jsonb_build_object('source_key', source_key, 'budget_year', budget_year, 'stage', stage, 'recipient', recipient,
          'purpose', null, 'stated_number', null, 'scheme_title', null, 'scheme_id', null, 'district_id', null, 'decided_on', null,
          'public', true, 'prior_year_ore', prior_year_ore, 'applied_ore', applied_ore, 'result_ore', result_ore,
          'source_url', source_url, 'organisation_id', null)
      from imported_award;
    update import_batch b set counts = jsonb_build_object('added',
      (select count(*) from import_change c where c.municipality_id = b.municipality_id and c.batch_id = b.id));
  end loop;
  perform set_config('torg.municipality', '', true);
end $$;
alter table imported_award drop constraint imported_award_municipality_id_import_id_fkey;
drop table award_import;
alter table imported_award add foreign key (municipality_id, import_id) references import_batch (municipality_id, id);

create or replace function register_imported() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    delete from register_entry where municipality_id = old.municipality_id and id = old.id;
  end if;
  if tg_op <> 'DELETE' and new.public and new.stage = 'adopted' and new.result_ore > 0 then
    insert into register_entry (municipality_id, id, source, year, ore, awarded_on, scheme_id, district_id, organisation_id)
    values (new.municipality_id, new.id, 'imported', new.budget_year, new.result_ore, new.decided_on, new.scheme_id, new.district_id,
      new.organisation_id);
  end if;
  return null;
end $$;
create trigger register_imported_gone after delete on imported_award for each row execute function register_imported();

-- Organisations: what a municipality's own list knows and the register does not. The account is sealed; which batch it came with
-- tells whether it is still that one.
alter table organisation
  add column district_id uuid,
  add column account_cipher text,
  add column account_batch_id uuid,
  add foreign key (municipality_id, district_id) references district (municipality_id, id),
  add foreign key (municipality_id, account_batch_id) references import_batch (municipality_id, id);
