#!/usr/bin/env bash
# Requests per second and processor time per request of Kestrel with a policy of 1,000 addresses, beside no policy, two linear lists, and nginx
# with the same list. About three minutes. All of it stays on the loopback network of this machine.
set -euo pipefail
repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
temp=$(mktemp -d)
trap 'rm -rf "$temp"' EXIT

# Unpacked, not installed: an installed one would start to serve.
find_nginx() {
  command -v nginx && return
  command -v apt-get >/dev/null || { echo "nginx is left out: not installed, and no apt-get to fetch it with." >&2; return 1; }
  (
    cd "$temp"
    apt-get download nginx || { apt-get update && apt-get download nginx; }
    dpkg-deb --extract nginx_*.deb nginx
  ) >&2 || { echo "nginx is left out: its package can't be fetched." >&2; return 1; }
  "$temp/nginx/usr/sbin/nginx" -v || { echo "nginx is left out: it does not run here." >&2; return 1; }
  echo "$temp/nginx/usr/sbin/nginx"
}

nginx=$(find_nginx) || nginx=
dotnet build "$repository/benchmarks/PolicySdk.Benchmarks" -c Release -v quiet --nologo
dotnet "$repository/benchmarks/PolicySdk.Benchmarks/bin/Release/net10.0/PolicySdk.Benchmarks.dll" kestrel ${nginx:+"$nginx"}
