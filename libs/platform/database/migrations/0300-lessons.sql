-- SPDX-License-Identifier: EUPL-1.2
create table lesson (
  id uuid primary key references entry on delete cascade,
  tried text not null,
  expected text not null,
  happened text not null,
  next_time text not null
);
call access.secure_content('lesson', 'id');
comment on table lesson is 'not personal';
