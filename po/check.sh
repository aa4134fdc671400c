#!/usr/bin/env bash
# Is the catalogue complete? Prints what is missing, fuzzy or untranslated; UPDATE=1 merges new texts into
# it (they then wait for a translation).
set -euo pipefail
cd "$(dirname "$0")"
language=$1
template=$(mktemp)
trap 'rm -f "$template" "$template".*' EXIT
./extract.sh >"$template"
if [[ -n ${UPDATE:-} ]]; then
    msgmerge --quiet --no-fuzzy-matching --no-wrap --sort-output --no-location -o "$template.new" "$language.po" "$template"
    msgattrib --no-obsolete --no-wrap --no-location -o "$language.po" "$template.new"
fi
msgmerge --quiet --no-fuzzy-matching --no-wrap -o "$template.merged" "$language.po" "$template"
missing=$(msgattrib --untranslated --no-wrap "$template.merged" | grep -c '^msgid "..*"\|^msgid ""$' || true)
fuzzy=$(msgattrib --only-fuzzy --no-wrap "$template.merged" | grep -c '^msgid "..*"' || true)
if [[ $(msgattrib --untranslated --no-wrap "$template.merged" | grep -c '^msgstr ""$' || true) -gt 0 && -n $(msgattrib --untranslated --no-wrap --no-obsolete "$template.merged") ]]; then
    echo "po/$language.po: texts without a translation:"
    msgattrib --untranslated --no-wrap "$template.merged" | grep '^msgid' | grep -v '^msgid ""$' || true
    exit 1
fi
[[ $fuzzy -eq 0 ]] || { echo "po/$language.po: $fuzzy fuzzy texts"; exit 1; }
echo "po/$language.po: complete ($(grep -c '^msgid "..*"' "$language.po") texts)"
