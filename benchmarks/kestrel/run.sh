#!/usr/bin/env bash
# Requests per second and processor time per request of Kestrel with a policy of 1,000 addresses, beside no policy, two linear lists, and nginx
# with the same list. About five minutes; ROUNDS=3 is a short try. All of it stays on the loopback network of this machine.
set -euo pipefail
repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
temp=$(mktemp -d)
trap 'rm -rf "$temp"' EXIT

# Unpacked, not installed: an installed nginx would start to serve.
unpack() {
  local package
  command -v apt-get >/dev/null || return 1
  for package; do
    (cd "$temp" && { apt-get download -q "$package" || { apt-get update -q && apt-get download -q "$package"; }; } && dpkg-deb --extract "$package"_*.deb .) >&2 || return 1
  done
}

# Prints the path of a program, which may come from Debian packages, if it runs here.
find_program() {
  local program=$1 path
  shift
  command -v "$program" && return
  unpack "$@" && path=$(find "$temp/usr" -type f -name "$program" -perm -u+x -print -quit) && [[ $path ]] || return 1
  printf '#!/bin/sh\nLD_LIBRARY_PATH=%s exec %s "$@"\n' "$(echo "$temp"/usr/lib/*-linux-gnu*)" "$path" >"$temp/$program"
  chmod +x "$temp/$program"
  ldd "$path" | grep -q 'not found' && ! LD_LIBRARY_PATH=$(echo "$temp"/usr/lib/*-linux-gnu*) ldd "$path" | grep -q 'not found' || true
  echo "$temp/$program"
}

NGINX=$(find_program nginx nginx) || { NGINX='' && echo "nginx is left out: it is neither installed nor to be fetched." >&2; }
WRK=$(find_program wrk libluajit-5.1-2 wrk) || { WRK='' && echo "wrk is neither installed nor to be fetched: the load comes from a client of our own." >&2; }
export NGINX WRK

# The servers have one processor, and the load another, where that can be told.
pin=()
if taskset -c 0 true && taskset -c 1 true; then
  export SERVER_PROCESSOR=0
  pin=(taskset -c 1)
fi 2>/dev/null

dotnet build "$repository/benchmarks/PolicySdk.Benchmarks" -c Release -v quiet --nologo
"${pin[@]}" dotnet "$repository/benchmarks/PolicySdk.Benchmarks/bin/Release/net10.0/PolicySdk.Benchmarks.dll" kestrel
