#!/bin/sh
# check.sh GENERATOR PAGE FILE: fails when FILE is not what GENERATOR prints for PAGE. UPDATE=1 in the
# environment rewrites FILE.
set -eu
fresh=$(mktemp)
trap 'rm -f "$fresh"' EXIT
"$1" "$2" >"$fresh"
[ "${UPDATE:-}" = 1 ] && cp "$fresh" "$3"
diff -u "$3" "$fresh" || {
    echo "$3 is not what the tables say; UPDATE=1 ctest -R docs rewrites it" >&2
    exit 1
}
