-- Decisions by delegated authority or by an elected body, their letters, release, acceptance and appeals.

create table body_meeting (
  municipality_id uuid not null default current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  body_id uuid not null,
  held_on date not null,
  item_number text not null,
  recorded_by uuid default current_person(),
  recorded_at timestamptz not null default now(),
  primary key (municipality_id, id),
  foreign key (municipality_id, body_id) references unit (municipality_id, id)
);
call protect('body_meeting', 'select, insert');

create table decision (
  municipality_id uuid not null default current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  case_id uuid not null,
  outcome text not null check (outcome in ('granted', 'partly-granted', 'refused', 'dismissed')),
  ore bigint not null default 0 check (ore >= 0),
  pot_id uuid,
  reasons text not null,
  conditions jsonb not null default '[]',
  -- who may decide: the band of delegated authority, or the meeting of the body
  authority text not null check (authority in ('delegated', 'body')),
  band text,
  meeting_id uuid,
  -- names of those who stood aside in the body
  stood_aside text not null default '',
  decided_by uuid default current_person(),
  decided_at timestamptz not null default now(),
  -- after this nothing changes it but a new decision
  release_at timestamptz,
  released_at timestamptz,
  replaces_id uuid,
  replaced_at timestamptz,
  letter_text jsonb,
  letter_document_id uuid,
  primary key (municipality_id, id),
  foreign key (municipality_id, case_id) references case_file (municipality_id, id),
  foreign key (municipality_id, pot_id) references pot (municipality_id, id),
  foreign key (municipality_id, meeting_id) references body_meeting (municipality_id, id),
  foreign key (municipality_id, replaces_id) references decision (municipality_id, id),
  foreign key (municipality_id, letter_document_id) references case_document (municipality_id, id),
  check ((outcome in ('granted', 'partly-granted')) = (ore > 0)),
  check ((authority = 'body') = (meeting_id is not null))
);
create unique index decision_current on decision (municipality_id, case_id) where replaced_at is null;
create index decision_meeting on decision (municipality_id, meeting_id);
call protect('decision', 'select, insert, update');

create or replace function released_decision_stands() returns trigger language plpgsql as $$
begin
  if old.released_at is not null and (new.outcome, new.ore, new.reasons, new.conditions, new.authority, new.decided_by, new.decided_at, new.released_at, new.letter_text)
     is distinct from (old.outcome, old.ore, old.reasons, old.conditions, old.authority, old.decided_by, old.decided_at, old.released_at, old.letter_text) then
    raise exception 'a released decision is changed only by a new decision' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger released_decision_stands before update on decision for each row execute function released_decision_stands();

-- The commitment that a released granting decision makes.
create table award (
  municipality_id uuid not null default current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  case_id uuid not null,
  decision_id uuid not null,
  ore bigint not null check (ore > 0),
  awarded_on date not null,
  acceptance text not null default 'not-needed' check (acceptance in ('not-needed', 'pending', 'accepted', 'declined', 'lapsed')),
  accept_by date,
  answered_by uuid,
  answered_at timestamptz,
  ended_at timestamptz,
  primary key (municipality_id, id),
  unique (municipality_id, decision_id),
  foreign key (municipality_id, case_id) references case_file (municipality_id, id),
  foreign key (municipality_id, decision_id) references decision (municipality_id, id)
);
create index award_case on award (municipality_id, case_id);
create index award_day on award (municipality_id, awarded_on desc, id);
call protect('award', 'select, insert, update');

create table obligation (
  municipality_id uuid not null default current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  award_id uuid not null,
  case_id uuid not null,
  key text not null,
  text text not null,
  status text not null default 'open' check (status in ('open', 'met', 'waived', 'broken')),
  due_on date,
  status_reason text,
  status_by uuid,
  status_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, award_id) references award (municipality_id, id),
  foreign key (municipality_id, case_id) references case_file (municipality_id, id)
);
create index obligation_case on obligation (municipality_id, case_id);
call protect('obligation', 'select, insert, update');

create table appeal (
  municipality_id uuid not null default current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  case_id uuid not null,
  decision_id uuid not null,
  status text not null default 'received',
  body text not null,
  desired_change text not null default '',
  received_at timestamptz not null default now(),
  filed_by uuid default current_person(),
  in_time boolean not null,
  document_id uuid,
  primary key (municipality_id, id),
  foreign key (municipality_id, case_id) references case_file (municipality_id, id),
  foreign key (municipality_id, decision_id) references decision (municipality_id, id),
  foreign key (municipality_id, document_id) references case_document (municipality_id, id)
);
create index appeal_case on appeal (municipality_id, case_id);
call protect('appeal', 'select, insert, update');
