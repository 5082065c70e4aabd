#!/usr/bin/env bash
# Requests per second and processor time per request of Kestrel with a policy of 1,000 addresses, beside no policy, two linear lists, and nginx
# with the same list. About seven minutes; LAUNCHES=1 is a short try. LOAD=wrk lets wrk make the load, a second at a time instead of a tenth.
# All of it stays on the loopback network of this machine.
set -euo pipefail
repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
temp=$(mktemp -d)
trap 'rm -rf "$temp"' EXIT

. "$repository/benchmarks/packages.sh"

# Prints the path of a program that runs here: one that is installed, or one from the packages that are named after it.
find_program() {
  local program=$1 path
  command -v "$program" && return
  shift
  unpack "$@" || return 1
  path=$(find "$temp/usr" -type f -name "$program" -perm -u+x -print -quit)
  printf '#!/bin/sh\nLD_LIBRARY_PATH=%s exec %s "$@"\n' "$(echo "$temp"/usr/lib/*-linux-gnu*)" "$path" >"$temp/$program"
  chmod +x "$temp/$program"
  # Both tell their version.
  [[ $path ]] && { "$temp/$program" -v 2>&1 || true; } | grep -Eqi "$program( version|/| debian| [0-9])" || return 1
  echo "$temp/$program"
}

NGINX_PATH=$(command -v setpriv >/dev/null && find_program nginx nginx) || { NGINX_PATH='' && echo "nginx is left out: it is neither installed nor to be fetched." >&2; }
WRK_PATH=''
[[ ${LOAD:-} != wrk ]] || WRK_PATH=$(find_program wrk libluajit-5.1-2 wrk) || { echo "wrk is neither installed nor to be fetched." >&2 && exit 1; }
export NGINX_PATH WRK_PATH

# The servers have one processor, and the load another, where that can be told.
pin=()
if taskset -c 0 true && taskset -c 1 true; then
  export SERVER_PROCESSOR=0
  pin=(taskset -c 1)
fi 2>/dev/null

dotnet build "$repository/benchmarks/PolicySdk.Benchmarks" -c Release -v quiet --nologo
"${pin[@]}" dotnet "$repository/benchmarks/PolicySdk.Benchmarks/bin/Release/net10.0/PolicySdk.Benchmarks.dll" kestrel
