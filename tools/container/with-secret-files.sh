#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# Runs a command with every `NAME_FILE=path` of the environment as `NAME=content`.
set -euo pipefail
for name in $(compgen -e | grep '_FILE$' || true); do
  value=$(<"${!name}")
  export "${name%_FILE}=$value"
  unset "$name"
done
exec "$@"
