-- Cases that nobody applied for: a caseworker opens them for the recipients named in the council's budget.

alter table case_file drop constraint case_file_channel_check;
alter table case_file add constraint case_file_channel_check check (channel in ('digital', 'paper', 'email', 'phone', 'budget'));

create table budget_opening (
  municipality_id uuid not null default current_municipality() references municipality,
  case_id uuid not null,
  -- the line and the council's resolution, as the letter names them
  line text not null,
  opened_by uuid default current_person(),
  opened_at timestamptz not null default clock(),
  primary key (municipality_id, case_id),
  foreign key (municipality_id, case_id) references case_file (municipality_id, id)
);
call protect('budget_opening', 'select, insert');
