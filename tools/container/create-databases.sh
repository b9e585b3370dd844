#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# The official image of PostgreSQL runs this once, on an empty volume: the hub's database with its five roles, and Keycloak's.
set -euo pipefail

# The password that stands in a role's address.
password_of() { sed -E 's#^postgresql://[^:]+:([^@]+)@.*#\1#' "/run/secrets/database_$1_url"; }

psql --set=ON_ERROR_STOP=1 --username=postgres \
  --set=migrator="$(password_of migrations)" --set=reader="$(password_of reader)" --set=writer="$(password_of writer)" \
  --set=worker="$(password_of worker)" --set=web="$(password_of web)" --set=keycloak="$(</run/secrets/keycloak_database_password)" <<'SQL'
create role hub_migrator login nobypassrls password :'migrator';
create role hub_reader login nobypassrls password :'reader';
create role hub_writer login nobypassrls password :'writer';
create role hub_worker login nobypassrls password :'worker';
create role hub_web login nobypassrls password :'web';
create role keycloak login nobypassrls password :'keycloak';
create database hub owner hub_migrator;
create database keycloak owner keycloak;
revoke all on database hub, keycloak from public;
grant connect on database hub to hub_reader, hub_writer, hub_worker, hub_web;
SQL
