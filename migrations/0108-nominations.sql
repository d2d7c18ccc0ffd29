-- Somebody proposes another: who is proposed is told, and money goes nowhere before they have said yes. Name and address stand among
-- the application's answers.

create table nomination (
  municipality_id uuid not null default current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  case_id uuid not null,
  told_at timestamptz,
  answer text not null default 'pending' check (answer in ('pending', 'accepted', 'declined')),
  answered_by uuid,
  answered_at timestamptz,
  primary key (municipality_id, id),
  unique (municipality_id, case_id),
  foreign key (municipality_id, case_id) references case_file (municipality_id, id),
  check ((answer = 'pending') = (answered_at is null))
);
call protect('nomination', 'select, insert, update');
