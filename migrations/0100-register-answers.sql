-- What Enhetsregisteret last said of an organisation number that somebody here wrote: asked again after a day, used as it was
-- when the register does not answer.
create table register_answer (
  municipality_id uuid not null default current_municipality() references municipality,
  -- nine digits
  number text not null,
  -- RegisterAnswer in src/platform/registers/organisation-register.ts
  answer jsonb not null,
  read_at timestamptz not null default clock(),
  primary key (municipality_id, number)
);
call protect('register_answer');
