#!/bin/bash
# seed.sh: two requestors and their tickets, and an account that may see and comment; the last line is its token
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
cp "$(dirname "$0")/seed.pl" "$folder/"
chmod -R a+rX "$folder"
setpriv --reuid=www-data --regid=www-data --init-groups env HOME=/tmp LC_ALL=C.UTF-8 perl "$folder/seed.pl"
