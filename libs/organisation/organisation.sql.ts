// SPDX-License-Identifier: EUPL-1.2
// Shapes of the API as JSON, for statements of any feature that shows a company or a person. Each expects a table alias.

/** `Company` without its lists, from `company`. */
export const companyJson = (c: string): string => `jsonb_build_object(
  'id', ${c}.id, 'slug', ${c}.slug, 'kind', ${c}.kind, 'name', jsonb_build_object('de', ${c}.name_de, 'en', ${c}.name_en),
  'shortName', ${c}.short_name, 'description', jsonb_build_object('de', ${c}.description_de, 'en', ${c}.description_en),
  'headCount', ${c}.head_count, 'functionAddress', ${c}.function_address)`;

/** Of a `membership`: whether it counts today. An end may be set for later. */
export const isCurrent = (m: string): string => `(${m}.ended_at is null or ${m}.ended_at > now())`;

/** `Department`, from `department`. */
export const departmentJson = (d: string): string => `jsonb_build_object(
  'id', ${d}.id, 'slug', ${d}.slug, 'name', jsonb_build_object('de', ${d}.name_de, 'en', ${d}.name_en),
  'headCount', ${d}.head_count, 'parentId', ${d}.parent_id)`;

/** A person's card, from `person`. The other fields are read by `PersonFieldsResolver` when they are asked for. */
export const personCard = (p: string): string => `jsonb_build_object('id', ${p}.id, 'name', ${p}.name)`;

/** `Person` with everything its rows let this viewer see, from `person`. */
export const personJson = (p: string): string => `jsonb_build_object(
  'id', ${p}.id, 'name', ${p}.name,
  'mail', (select value from person_contact where person_id = ${p}.id and kind = 'mail' and verified),
  'phone', (select value from person_contact where person_id = ${p}.id and kind = 'phone'),
  'jobTitle', (select job_title from person_profile where person_id = ${p}.id),
  'about', (select about from person_profile where person_id = ${p}.id),
  'company', (select ${companyJson('pc')} from membership pm join company pc on pc.id = pm.company_id
    where pm.person_id = ${p}.id and ${isCurrent('pm')} order by pc.id limit 1),
  'department', (select ${departmentJson('pd')} from membership pm join department pd on pd.id = pm.department_id
    where pm.person_id = ${p}.id and ${isCurrent('pm')} order by pm.company_id limit 1))`;

/** `[GivenRole]` without the one everybody has, from `membership`. */
export const givenRoles = (m: string): string => `(
  select coalesce(jsonb_agg(jsonb_build_object('role', r.role, 'source', r.source) order by r.role, r.source), '[]')
    from membership_role r where r.membership_id = ${m}.id and r.role <> 'employee')`;

/** What a person typed, as the beginning of a `like` pattern that means just that. */
export const beginningOf = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
