#!/usr/bin/env bash
# Installs Debian's own PostgreSQL where it is missing, without a cluster of its own.
set -euo pipefail
if ! ls /usr/lib/postgresql/*/bin/pg_ctl >/dev/null 2>&1; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql
fi
ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1
