#!/bin/bash
# serve.sh PORT: Request Tracker on 127.0.0.1:PORT until it is told to end (TERM)
set -euo pipefail
exec setpriv --reuid=www-data --regid=www-data --init-groups env HOME=/tmp TMPDIR=/tmp LC_ALL=C.UTF-8 \
  /usr/share/request-tracker5/libexec/rt-server --server Starman --workers 2 --host 127.0.0.1 --port "$1"
