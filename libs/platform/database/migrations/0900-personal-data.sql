-- SPDX-License-Identifier: EUPL-1.2
-- What is personal data (Art. 4 No. 1 GDPR) says so at its column: purpose, who sees it, how long it is kept. A table that says
-- "not personal" speaks for its columns that say nothing themselves. `npm run data-protection` writes the table of
-- docs/data-protection.md from this and fails for a column that says nothing; so does a test.

comment on table migration is 'not personal';
comment on table topic is 'not personal';

-- Function addresses belong to an office, not to a person. Head counts are maintained numbers, not counted from rows.
comment on table company is 'not personal';
comment on table company_mail_domain is 'not personal';
comment on table company_sign_in is 'not personal';
comment on table department is 'not personal';

comment on column person.id is 'personal: names the person inside the hub; seen by: everybody in the group; kept until: the person is deleted';
comment on column person.name is 'personal: who wrote, answers for or can be asked about something; seen by: everybody in the group; kept until: the person is deleted, renewed at every sign-in';
comment on column person.created_at is 'personal: when the person came to the hub, for deleting accounts nobody uses; seen by: nobody in pages; kept until: the person is deleted, after a year out of use at the latest when nothing here names them';
comment on column person.audiences is 'personal: says who sees the row, derived from the id; seen by: as the row; kept until: the person is deleted';

comment on column person_identity.person_id is 'personal: ties a sign-in to the person; seen by: the person; kept until: the person is deleted';
comment on column person_identity.issuer is 'personal: which identity provider vouches for the person; seen by: the person; kept until: the person is deleted';
comment on column person_identity.subject is 'personal: the pseudonymous number of the person at that provider; seen by: the person; kept until: the person is deleted';
comment on column person_identity.account is 'personal: the account''s name at the company, by which its own system says that the person has left; seen by: the person; kept until: the person is deleted, renewed at every sign-in';
comment on column person_identity.locked_at is 'personal: since when the person is kept out; seen by: the person; kept until: the lock is lifted or the person is deleted';
comment on column person_identity.audiences is 'personal: says who sees the row, derived from the id; seen by: as the row; kept until: the person is deleted';

comment on column membership.id is 'personal: names one employment; seen by: everybody in the group; kept until: the person is deleted';
comment on column membership.person_id is 'personal: who is employed; seen by: everybody in the group; kept until: the person is deleted';
comment on column membership.company_id is 'personal: by whom, which decides what the person may see; seen by: everybody in the group; kept until: the person is deleted';
comment on column membership.department_id is 'personal: where, which decides what the person may see; seen by: everybody in the group; kept until: the person is deleted, renewed at every sign-in';
comment on column membership.ended_at is 'personal: from when on the person sees nothing of the company; seen by: everybody in the group; kept until: the person is deleted';
comment on column membership.ended_by is 'personal: who ended it, identity provider or hub, and alone can open it again; seen by: the company''s admins; kept until: the person is deleted';
comment on column membership.audiences is 'personal: says who sees the row, derived from the id; seen by: as the row; kept until: the person is deleted';

comment on column membership_role.membership_id is 'personal: whose role it is; seen by: the person, the company''s admins, the office; kept until: the role is withdrawn';
comment on column membership_role.person_id is 'personal: whose role it is; seen by: the person, the company''s admins, the office; kept until: the role is withdrawn';
comment on column membership_role.company_id is 'personal: where the role counts; seen by: the person, the company''s admins, the office; kept until: the role is withdrawn';
comment on column membership_role.role is 'personal: what the person may do; seen by: the person, the company''s admins, the office; kept until: the role is withdrawn, renewed at every sign-in';
comment on column membership_role.source is 'personal: who gave the role, identity provider or hub; seen by: the person, the company''s admins, the office; kept until: the role is withdrawn';
comment on column membership_role.audiences is 'personal: says who sees the row, derived from the ids; seen by: as the row; kept until: the role is withdrawn';

comment on column group_role.person_id is 'personal: whose role it is; seen by: the person, the office; kept until: the role is withdrawn';
comment on column group_role.role is 'personal: what the person may do for the whole group; seen by: the person, the office; kept until: the role is withdrawn, renewed at every sign-in';
comment on column group_role.audiences is 'personal: says who sees the row, derived from the id; seen by: as the row; kept until: the role is withdrawn';

comment on column person_contact.person_id is 'personal: whose address or number it is; seen by: everybody in the group; kept until: 30 days after the last membership ended';
comment on column person_contact.kind is 'personal: mail or telephone; seen by: everybody in the group; kept until: 30 days after the last membership ended';
comment on column person_contact.value is 'personal: how colleagues reach the person at work; seen by: everybody in the group, once verified; kept until: 30 days after the last membership ended, mail renewed at every sign-in';
comment on column person_contact.verified is 'personal: whether the address belongs to the employer''s domain; seen by: everybody in the group; kept until: 30 days after the last membership ended';
comment on column person_contact.audiences is 'personal: says who sees the row, derived from the id; seen by: as the row; kept until: 30 days after the last membership ended';

comment on column person_profile.person_id is 'personal: whose profile it is; seen by: everybody in the group; kept until: 30 days after the last membership ended';
comment on column person_profile.job_title is 'personal: what the person does at work; seen by: everybody in the group; kept until: the person changes it, or 30 days after the last membership ended';
comment on column person_profile.about is 'personal: what one may ask the person about, voluntary; seen by: everybody in the group; kept until: the person changes it, or 30 days after the last membership ended';
comment on column person_profile.audiences is 'personal: says who sees the row, derived from the id; seen by: as the row; kept until: 30 days after the last membership ended';

comment on column person_visit.person_id is 'personal: whose visit it was; seen by: the person; kept until: 30 days after the last membership ended';
comment on column person_visit.latest_at is 'personal: for "new since your last visit", never for supervision; seen by: the person; kept until: the next visit but one, or 30 days after the last membership ended';
comment on column person_visit.previous_at is 'personal: for "new since your last visit", never for supervision; seen by: the person; kept until: the next visit, or 30 days after the last membership ended';
comment on column person_visit.claims_at is 'personal: how old the claims are that the rights come from; seen by: the person; kept until: 30 days after the last membership ended, renewed at every sign-in';
comment on column person_visit.audiences is 'personal: says who sees the row, derived from the id; seen by: as the row; kept until: 30 days after the last membership ended';

-- Texts are about work. Who writes about somebody in them answers for it; the form says so.
comment on table entry is 'not personal';
comment on column entry.responsible_id is 'personal: who answers for the entry and can be asked; seen by: whoever sees the entry; kept until: the entry is deleted or passed on';
comment on column entry.audiences is 'personal: who may see the entry, authors by the ids of their memberships; seen by: nobody in pages; kept until: the entry is deleted';
comment on column entry.shown is 'personal: since when which audience can read it, to tell what is new, authors by the ids of their memberships; seen by: nobody in pages; kept until: the entry is withdrawn or deleted';
comment on table practice is 'not personal';
comment on column practice.contact is 'personal: whom to ask, in the author''s words; seen by: whoever sees the entry; kept until: the entry is changed or deleted';
comment on table entry_topic is 'not personal';
comment on table entry_company is 'not personal';
comment on table entry_author is 'not personal';
comment on column entry_author.membership_id is 'personal: for which company the author writes it, while a member; seen by: nobody in pages; kept until: the entry is deleted or the person is taken off';
comment on column entry_author.person_id is 'personal: who wrote the entry and is named as its author; seen by: whoever sees the entry; kept until: the entry is deleted or the person is taken off';

comment on table revision is 'not personal';
comment on column revision.document is 'personal: texts as they were typed, and who writes with whom; seen by: authors, and editors of the company once released or when nobody else answers for it; kept until: the entry is deleted';
comment on column revision.saved_by is 'personal: who saved this revision, so that two people do not overwrite each other; seen by: authors, and editors of the company once released or when nobody else answers for it; kept until: the entry is deleted';
comment on column revision.saved_at is 'personal: when, for the history of the entry; seen by: authors, and editors of the company once released or when nobody else answers for it; kept until: the entry is deleted';
comment on column revision.audiences is 'personal: who may see the revision, authors by the ids of their memberships; seen by: nobody in pages; kept until: the entry is deleted';

comment on table event is 'not personal';
comment on column event.person_id is 'personal: who did it, as proof of what happened to an entry; seen by: whoever sees the entry, for work on drafts its authors; kept until: the entry is deleted';
comment on column event.at is 'personal: when; seen by: whoever sees the entry, for work on drafts its authors; kept until: the entry is deleted';
comment on column event.audiences is 'personal: who may see the event, authors by the ids of their memberships; seen by: nobody in pages; kept until: the entry is deleted';

comment on table reuse is 'not personal';
comment on column reuse.person_id is 'personal: who said for the company that it uses this, to be asked about it; seen by: whoever sees the entry; kept until: the company ends the use or the entry is deleted';
comment on column reuse.since is 'personal: since when; seen by: whoever sees the entry; kept until: the company ends the use or the entry is deleted';

comment on table barrier_report is 'not personal';
comment on column barrier_report.message is 'personal: what keeps somebody from using the hub, in their words; seen by: the office; kept until: the office has dealt with it';
comment on column barrier_report.reply_to is 'personal: where the answer goes, voluntary; seen by: the office; kept until: the office has dealt with it';
comment on column barrier_report.created_at is 'personal: when, for the time limit of the answer; seen by: the office; kept until: the office has dealt with it';

-- The session: strictly necessary for what the person asked for (§ 25 (2) No. 2 TDDDG), so no consent is asked.
comment on table web.session is 'not personal';
comment on column web.session.id is 'personal: names the session between processes; seen by: nobody; kept until: sign-out or the end of the session';
comment on column web.session.cookie_hash is 'personal: recognises the browser without knowing its cookie; seen by: nobody; kept until: sign-out or the end of the session';
comment on column web.session.subject is 'personal: whose sessions the identity provider ends; seen by: nobody; kept until: sign-out or the end of the session';
comment on column web.session.sid is 'personal: which session the identity provider ends; seen by: nobody; kept until: sign-out or the end of the session';
comment on column web.session.tokens is 'personal: what the identity provider says of the person, encrypted; seen by: nobody; kept until: sign-out or the end of the session';
comment on column web.session.acting_for is 'personal: for which employer the person acts; seen by: the person; kept until: sign-out or the end of the session';
comment on column web.session.provider is 'personal: whose people the person is, which decides how the session ends; seen by: the person; kept until: sign-out or the end of the session';
comment on column web.session.known_at is 'personal: when the employer last knew the person, so that leavers are out; seen by: nobody; kept until: sign-out or the end of the session';
comment on column web.session.device is 'personal: kind of browser and system, to recognise one''s own sessions; seen by: the person; kept until: sign-out or the end of the session';
comment on column web.session.created_at is 'personal: since when the person is signed in; seen by: the person; kept until: sign-out or the end of the session';
comment on column web.session.last_seen_at is 'personal: ends a session nobody uses, and tells it from others; seen by: the person; kept until: sign-out or the end of the session';
comment on table web.spent_logout_token is 'not personal';

-- What the entry says already, prepared for finding it; rewritten whenever the entry changes and removed with it.
comment on table search.document is 'not personal';
comment on column search.document.audiences is 'personal: who may find the entry, authors by the ids of their memberships; seen by: nobody; kept until: the entry is deleted';
comment on column search.document.lexemes is 'personal: the words of the entry, names in it included; seen by: found by whoever sees the entry; kept until: the entry is changed or deleted';
comment on column search.document.body is 'personal: the text of the entry, names in it included; seen by: whoever sees the entry; kept until: the entry is changed or deleted';
comment on table search.word is 'not personal';
comment on column search.word.form is 'personal: a word of some entry, names included, for "did you mean"; seen by: whoever sees an entry with this word; kept until: the index is built anew';
comment on column search.word.written is 'personal: how that word is spelled; seen by: whoever sees an entry with this word; kept until: the index is built anew';

comment on column membership_claim.membership_id is 'personal: whose claim it is; seen by: the person, the company''s admins; kept until: the night after the membership ended, renewed at every sign-in';
comment on column membership_claim.person_id is 'personal: whose claim it is; seen by: the person, the company''s admins; kept until: the night after the membership ended, renewed at every sign-in';
comment on column membership_claim.company_id is 'personal: which company said it; seen by: the person, the company''s admins; kept until: the night after the membership ended, renewed at every sign-in';
comment on column membership_claim.claim is 'personal: whether it speaks of roles and groups or of a department; seen by: the person, the company''s admins; kept until: the night after the membership ended, renewed at every sign-in';
comment on column membership_claim.value is 'personal: what the companys identity provider says, which decides rights by the companys table; seen by: the person, the company''s admins; kept until: the night after the membership ended, renewed at every sign-in';
comment on column membership_claim.audiences is 'personal: says who sees the row, derived from the ids; seen by: as the row; kept until: the night after the membership ended, renewed at every sign-in';

comment on table claim_rule is 'not personal';

comment on table organisation_event is 'not personal';
comment on column organisation_event.actor_id is 'personal: who changed rights, for the audit; seen by: the person concerned, the company''s admins, the office; kept until: the person is deleted';
comment on column organisation_event.person_id is 'personal: whose rights were changed, for the audit; seen by: the person, the company''s admins, the office; kept until: the person is deleted';

comment on table offboarding_token is 'not personal';

comment on table sign_in_record is 'not personal';
comment on column sign_in_record.person_id is 'personal: who had trouble signing in, so that the company''s admin can help; seen by: the company''s admins; kept until: seven days later';
comment on column sign_in_record.at is 'personal: when somebody signed in, for counts a day; seen by: the company''s admins, with a name for seven days; kept until: ninety days later';
