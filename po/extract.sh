#!/usr/bin/env bash
# Writes the template of all texts that are shown to people to standard output. Labels of vocabularies
# and refusals come from the schema's tables.
set -euo pipefail
cd "$(dirname "$0")/.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
extract() { # NAME, then arguments of xgettext
    local name=$1
    shift
    xgettext --language=C --from-code=UTF-8 --no-wrap --package-name=rexian --output=- "$@" |
        sed 's/charset=CHARSET/charset=UTF-8/' >"$scratch/$name.pot"
}
# inside a #define the extractor sees no strings: the tables are laid flat first
sed -E 's/^#define [A-Z_a-z]+\([A-Z, ]*\)//; s/\\$//' proto/schema_words*.h proto/schema_rejects.h >"$scratch/words.c"
extract words --keyword= --keyword=E:4 --keyword=J:3 "$scratch/words.c"
sed -E 's/^#define [A-Z_a-z]+\([A-Z, ]*\)//; s/\\$//' common/calendar.h >"$scratch/calendar.c"
extract calendar --keyword= --keyword=E:3 "$scratch/calendar.c"
find client server -name '*.c' -o -name '*.h' | sort >"$scratch/files"
sed -E 's/\\$//; s/^#define [A-Z_a-z]+\([A-Z, ]*\)//' $(grep -lE '\bN_\(' $(cat "$scratch/files") || true) >"$scratch/tables.c" </dev/null
extract tables --keyword= --keyword=N_ "$scratch/tables.c"
extract code --keyword=_ --keyword=N_ --keyword=gettext --keyword=screen_text --files-from="$scratch/files"
msgcat --use-first --no-wrap --sort-output --no-location "$scratch"/{words,calendar,tables,code}.pot
