#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# Makes what is missing in infra/secrets; what is there stays. The folder is this user’s alone; containers get the files one by one and read
# them under users of their own.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../infra"
umask 077
mkdir -p secrets certificates pages
touch certificates/house-ca.pem

random() { openssl rand -hex 24; }
keep() { [[ -s secrets/$1 ]] || printf '%s' "$2" >"secrets/$1"; }

for role in migrations:hub_migrator reader:hub_reader writer:hub_writer worker:hub_worker web:hub_web; do
  keep "database_${role%%:*}_url" "postgresql://${role##*:}:$(random)@postgres:5432/hub"
done
for name in postgres_password keycloak_database_password keycloak_admin_password web_client_secret; do keep "$name" "$(random)"; done
keep session_keys "$(openssl rand -base64 32)"
chmod 700 secrets && chmod 644 secrets/*
