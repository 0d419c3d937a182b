#!/bin/sh
# The case of 2018 over time, in words. COMITY is the built program. Ends with "N passed, N failed".

here=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd -P)
comity=$(readlink -f -- "${COMITY:-$here/build/release/comity}")
case_file=$here/examples/moscow-2018.yaml
passed=0 failed=0
has() { # has <what> <page> <text>
  if printf '%s\n' "$2" | grep -qF -- "$3"; then passed=$((passed + 1)); else
    failed=$((failed + 1))
    printf 'FAIL %s: no line with "%s"\n' "$1" "$3"
  fi
}
same() {
  if [ "$2" = "$3" ]; then passed=$((passed + 1)); else
    failed=$((failed + 1))
    printf 'FAIL %s: "%s" and "%s"\n' "$1" "$2" "$3"
  fi
}

en=$("$comity" timeline --today 2026-11-25 --as-lived "$case_file")
ru=$("$comity" timeline --today 2026-11-25 --as-lived --lang ru "$case_file")
has "the heading" "$en" "as lived: each day by what was known on it"
has "before anybody spoke" "$en" "2018-01-25 Untested"
has "the day the registry spoke" "$en" "2018-01-26 on Contested"
has "what began the first stretch" "$en" "because of an act: the celebration (2018-01-04)"
has "the reading that began the last" "$en" "because of a reading: RU/essence, RU/ordre_public (2018-01-26)"
has "the verdict in Russian" "$ru" "2018-01-25 Не проверено"
has "the celebration in Russian" "$ru" "причина: акт, заключение брака (2018-01-04)"
same "as many stretches in both languages" "$(printf '%s\n' "$en" | grep -c '^20')" "$(printf '%s\n' "$ru" | grep -c '^20')"
if printf '%s\n' "$ru" | grep -q '[a-z]\{4,\} [a-z]\{3,\}'; then same "no English in the Russian text" "" "$(printf '%s\n' "$ru" | grep -m1 '[a-z]\{4,\} [a-z]\{3,\}')"; else passed=$((passed + 1)); fi
same "no day is in two stretches" "" "$(printf '%s\n' "$en" | grep -o '^20[0-9-]*' | sort | uniq -d)"
"$comity" timeline --until yesterday "$case_file" >/dev/null 2>&1
same "a day that is none is bad usage" 2 $?

printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
