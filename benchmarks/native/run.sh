#!/usr/bin/env bash
# One lookup of the compiled matchers beside DPDK's rte_fib and rte_fib6, over the same lists and addresses, in turns on one processor. About
# three minutes; ROUNDS=5 is a short try. DPDK is used as installed, or else unpacked from Debian's packages into a temporary folder.
set -euo pipefail
repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
temp=$(mktemp -d)
trap 'rm -rf "$temp"' EXIT

. "$repository/benchmarks/packages.sh"

leave() {
  echo "$1" >&2
  exit 1
}

command -v cc >/dev/null || leave "There is no C compiler (cc)."

# What rte_fib needs of it, not the three hundred packages that libdpdk-dev depends on: drivers, and their libraries.
packages() {
  echo libdpdk-dev
  apt-cache search --names-only '^librte-mempool-ring[0-9]+$' | cut -d' ' -f1
  apt-cache depends --recurse --no-recommends --no-suggests --no-conflicts --no-breaks --no-replaces --no-enhances "$(apt-cache search --names-only '^librte-fib[0-9]+$' | cut -d' ' -f1)" |
    grep -E '^(librte-|libnuma|libfdt|libbsd|libmd)'
}

# Which packages there are has to be known before their names are.
unpack_library() {
  command -v apt-cache >/dev/null || return 1
  apt-cache search --names-only '^librte-fib[0-9]+$' | grep -q . || apt-get update -q >&2 || return 1
  local names
  mapfile -t names < <(packages | sort -u)
  unpack "${names[@]}"
}

if pkg-config --exists libdpdk 2>/dev/null; then
  read -ra flags <<<"$(pkg-config --cflags libdpdk)"
  library=()
else
  unpack_library || leave "DPDK is left out: libdpdk-dev is neither installed nor to be fetched."
  machine=$(basename "$(echo "$temp"/usr/lib/*-linux-gnu*)")
  flags=(-include rte_config.h -I"$temp/usr/include/dpdk" -I"$temp/usr/include/$machine/dpdk" -march=native)
  library=(-L"$temp/usr/lib/$machine" -Wl,-rpath-link,"$temp/usr/lib/$machine:$temp/lib/$machine")
  export LD_LIBRARY_PATH="$temp/usr/lib/$machine:$temp/lib/$machine"
fi
cc -O3 -Wall -Wextra -Werror "${flags[@]}" -o "$temp/fib" "$repository/benchmarks/native/fib.c" "${library[@]}" -Wl,--no-as-needed -lrte_fib -lrte_eal -lrte_mempool_ring

project=$repository/benchmarks/PolicySdk.Benchmarks
dotnet build "$project" -c Release -v quiet --nologo
benchmarks=(dotnet "$project/bin/Release/net10.0/PolicySdk.Benchmarks.dll")
"${benchmarks[@]}" export "$temp/lists"
"${benchmarks[@]}" lookups "$temp/lists" "$temp/fib"
