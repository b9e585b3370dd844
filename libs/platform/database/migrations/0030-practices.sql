-- SPDX-License-Identifier: EUPL-1.2
create table practice (
  id uuid primary key references entry on delete cascade,
  problem text not null,
  approach text not null,
  result text not null,
  effort text not null,
  reuse text not null,
  contact text not null
);
call access.secure_content('practice', 'id');
