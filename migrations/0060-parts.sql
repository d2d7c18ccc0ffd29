-- One scheme in parts, and amounts that depend on the whole round.

-- The part applied for, by its key in the version; null in schemes without parts.
alter table draft add column part text;
alter table application
  add column part text,
  -- how the calculated amount came to be, line by line, as it was when it was sent
  add column amount_lines jsonb,
  -- what the round's money is shared by, where the scheme shares it by points
  add column points double precision check (points >= 0);
-- The part of the scheme that the money is for.
alter table pot add column part text;
-- How the amount follows from the sharing of the round's money, when it does.
alter table recommendation add column allocation jsonb;
