#!/usr/bin/env bash
# Installs Debian's own nginx, HAProxy and Caddy where they are missing, without starting any of them.
set -euo pipefail
for one in nginx haproxy caddy; do
  command -v "$one" >/dev/null || missing=yes
done
if [ "${missing:-}" = yes ]; then
  apt-get update -qq
  if [ ! -e /usr/sbin/policy-rc.d ]; then
    printf '#!/bin/sh\nexit 101\n' >/usr/sbin/policy-rc.d
    chmod +x /usr/sbin/policy-rc.d
    trap 'rm /usr/sbin/policy-rc.d' EXIT
  fi
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends nginx-light haproxy caddy
fi
