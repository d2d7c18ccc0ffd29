-- Who may log in as whom, who is logged in, and what waits while somebody logs in.

-- An identity is (municipality, issuer, subject): the same token at another municipality is another person, or nobody.
create table login_identity (
  municipality_id uuid not null default current_municipality() references municipality,
  issuer text not null,
  subject text not null,
  person_id uuid not null,
  created_at timestamptz not null default now(),
  last_login_at timestamptz not null default now(),
  primary key (municipality_id, issuer, subject),
  foreign key (municipality_id, person_id) references person (municipality_id, id)
);
create index login_identity_person on login_identity (municipality_id, person_id);
call protect('login_identity');

-- An employee named before the first login: the provider's login name links the person to its subject, once.
create table staff_invitation (
  municipality_id uuid not null default current_municipality() references municipality,
  login_name text not null check (login_name = lower(login_name)),
  person_id uuid not null,
  created_at timestamptz not null default now(),
  used_at timestamptz,
  primary key (municipality_id, login_name),
  foreign key (municipality_id, person_id) references person (municipality_id, id)
);
call protect('staff_invitation');

-- A session is found by the SHA-256 of the token in the cookie. An ended one stays a while, so that a form posted with it is kept.
create table session (
  municipality_id uuid not null default current_municipality() references municipality,
  token_hash bytea not null,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  issuer text not null,
  -- the provider's own session id, and the token it wants back at logout (ciphertext)
  provider_sid text,
  id_token_cipher text,
  acr text,
  device text,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  -- runs out when unused; moved forward by use, never past ends_at
  valid_until timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  end_reason text check (end_reason in ('logout', 'provider', 'new-login', 'deactivated', 'by-person')),
  primary key (municipality_id, token_hash),
  foreign key (municipality_id, person_id) references person (municipality_id, id)
);
create index session_person on session (municipality_id, person_id);
create index session_provider on session (municipality_id, provider_sid) where provider_sid is not null;
create index session_age on session (municipality_id, ends_at);
call protect('session');

-- The session behind a cookie with its person and roles, in one round trip: every request asks. The setting lasts as long as the
-- statement; the rows are read under the caller's own rights and policies.
create function open_session(municipality uuid, token bytea, at timestamptz)
returns table (id uuid, acr text, created_at timestamptz, ends_at timestamptz, last_seen_at timestamptz,
  person_id uuid, name text, kind text, email text, language text, roles text[])
language plpgsql as $$
begin
  perform set_config('torg.municipality', municipality::text, true);
  return query
    select s.id, s.acr, s.created_at, s.ends_at, s.last_seen_at, p.id, p.name, p.kind, p.email, p.language,
      array(select r.role from staff_role r
             where r.municipality_id = s.municipality_id and r.person_id = s.person_id order by r.role)
    from session s join person p on p.municipality_id = s.municipality_id and p.id = s.person_id
    where s.municipality_id = municipality and s.token_hash = token
      and s.ended_at is null and s.valid_until > at and p.active;
end $$;
grant execute on function open_session to torg_app;

-- Between leaving for the provider and coming back: ten minutes, once, in the same browser, at the same municipality.
create table login_attempt (
  municipality_id uuid not null default current_municipality() references municipality,
  state_hash bytea not null,
  browser_hash bytea not null,
  provider text not null check (provider in ('resident', 'staff')),
  nonce text not null,
  verifier_cipher text not null,
  return_path text not null,
  expires_at timestamptz not null,
  primary key (municipality_id, state_hash)
);
create index login_attempt_age on login_attempt (municipality_id, expires_at);
call protect('login_attempt');

-- A form that was posted with a session that had run out: kept encrypted, given back only to the same person.
create table pending_post (
  municipality_id uuid not null default current_municipality() references municipality,
  token_hash bytea not null,
  person_id uuid not null,
  body_cipher text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (municipality_id, token_hash),
  foreign key (municipality_id, person_id) references person (municipality_id, id)
);
create index pending_post_age on pending_post (municipality_id, expires_at);
call protect('pending_post');
