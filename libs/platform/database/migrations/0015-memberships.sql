-- SPDX-License-Identifier: EUPL-1.2
-- Both the identity provider and the company's admin in the hub may end a membership, and each opens only what it ended itself.
alter table membership add ended_by text[] not null default '{}' check (ended_by <@ array['claims', 'hub']);
call access.grant_columns('membership');
