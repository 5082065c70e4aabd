# shellcheck shell=bash
# Sourced by the scripts that measure beside other programs; $temp is their folder.

# Unpacks Debian packages into the folder. Not installed: an installed nginx would start to serve.
unpack() {
  local package
  command -v apt-get >/dev/null || return 1
  for package; do
    (cd "$temp" && { apt-get download -q "$package" || { apt-get update -q && apt-get download -q "$package"; }; } && dpkg-deb --extract "$package"_*.deb .) >&2 || return 1
  done
}
