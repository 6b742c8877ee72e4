#!/bin/bash
# Installs Request Tracker 5 from Debian's packages, on SQLite, without questions. To be run as root; again does nothing.
# No package starts a daemon, no mail leaves, and nothing listens until serve.sh does, on 127.0.0.1 alone.
set -euo pipefail
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8
PACKAGES="request-tracker5 rt5-db-sqlite rt5-standalone starman"

installed() { dpkg-query -W -f='${Status}' "$1" 2>/dev/null | grep -q 'install ok installed'; }

missing=""
for package in $PACKAGES; do installed "$package" || missing="$missing $package"; done
if [ -n "$missing" ]; then
  debconf-set-selections <<'ANSWERS' || true
request-tracker5 request-tracker5/rtname string rt.example.test
request-tracker5 request-tracker5/organization string example.test
request-tracker5 request-tracker5/webbaseurl string http://127.0.0.1
request-tracker5 request-tracker5/webpath string
request-tracker5 request-tracker5/dbconfig-install boolean true
request-tracker5 request-tracker5/database-type select sqlite3
request-tracker5 request-tracker5/initial-root-password password Root-4711-x
request-tracker5 request-tracker5/password-confirm password Root-4711-x
request-tracker5 request-tracker5/install-cronjobs boolean false
request-tracker5 request-tracker5/handle-siteconfig-permissions boolean true
ANSWERS
  quiet=0
  if [ ! -e /usr/sbin/policy-rc.d ]; then
    printf '#!/bin/sh\nexit 101\n' >/usr/sbin/policy-rc.d
    chmod 755 /usr/sbin/policy-rc.d
    quiet=1
  fi
  trap '[ $quiet = 1 ] && rm -f /usr/sbin/policy-rc.d' EXIT
  # without the recommended packages: they bring a mail server and a web server
  apt-get update -q >/dev/null
  apt-get install -y -q --no-install-recommends -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold $missing
fi

cat >/etc/request-tracker5/RT_SiteConfig.d/90-peer.pm <<'CONFIG'
Set($WebDomain, '127.0.0.1'); Set($WebPath, '');
Set($MailCommand, 'testfile'); Set($SendmailPath, '/bin/true');
Set($LogToSyslog, undef); Set($LogToSTDERR, 'warning'); Set($LogToFile, undef);
1;
CONFIG
# an installation without questions leaves them to root alone, and the server runs as www-data
for file in RT_SiteConfig.d/90-peer.pm RT_SiteConfig.pm; do
  chgrp www-data "/etc/request-tracker5/$file"
  chmod 640 "/etc/request-tracker5/$file"
done
