#!/usr/bin/env bash
# Builds the image shopbell:latest, or of the name that is given, from base images named by their digests. What it used it
# prints, and keeps in the image's labels; to build on the same ones again, set JDK and BASE to what it printed.
set -euo pipefail
cd "$(dirname "$0")/../.."

# such as eclipse-temurin@sha256:…; what is named by a digest already stays as it is
pinned() {
  case $1 in
    *@sha256:*) echo "$1" ;;
    *) docker pull --quiet "$1" >/dev/null && docker image inspect --format '{{index .RepoDigests 0}}' "$1" ;;
  esac
}

jdk=$(pinned "${JDK:-eclipse-temurin:25-jdk}")
base=$(pinned "${BASE:-debian:stable-slim}")
echo "JDK=$jdk"
echo "BASE=$base"
docker build -f src/deploy/Dockerfile --build-arg "JDK=$jdk" --build-arg "BASE=$base" -t "${1:-shopbell}" .
