#!/usr/bin/env bash
# A new cluster in folder $1 at port $2 of loopback, for superuser shopbell with the password secret; runs until it is ended.
set -euo pipefail
bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
mkdir -p "$1" && chown postgres "$1"
echo secret > "$1/password" && chown postgres "$1/password"
runuser -u postgres -- "$bin/initdb" -D "$1/data" -U shopbell --pwfile="$1/password" -A scram-sha-256 -E UTF8 >/dev/null
exec runuser -u postgres -- "$bin/postgres" -D "$1/data" -p "$2" -h 127.0.0.1 -k "$1"
