#!/bin/sh
# A case that cannot be used gives exit 2, nothing on standard output, and a finding with its place; never an answer,
# never a crash. COMITY is the built program. Ends with "N passed, N failed".

here=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd -P)
comity=${COMITY:-$here/build/release/comity}
work=$(mktemp -d) || exit 4
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
ok() { passed=$((passed + 1)); }
no() { failed=$((failed + 1)); printf 'FAIL %s\n' "$1"; }

# refused <what> <file> <part of the finding>... : by check, exit 2
refused() {
  r_what=$1 r_file=$2
  shift 2
  "$comity" check --json --today 2026-11-25 $options "$r_file" >"$work/out" 2>"$work/err"
  r_status=$?
  if [ $r_status = 2 ]; then ok; else no "$r_what: exit $r_status"; fi
  if [ -s "$work/out" ]; then no "$r_what: something stands on standard output"; else ok; fi
  for r_part in "$@"; do
    if grep -qF -- "$r_part" "$work/err"; then ok; else
      no "$r_what: the finding lacks: $r_part"
      sed 's/^/    /' "$work/err" | head -n 12
    fi
  done
}
options=
cd "$work" || exit 4

case_with() { # case_with <file>: the standard case with what standard input adds
  { printf 'comity: 1\nquestion: {forum: RU, on: 2018-01-26}\n'; cat; } >"$1"
}

printf 'celebration: {plaec: DK}\n' | case_with key.yaml
refused "an unknown key" key.yaml "8002" "key.yaml:3:15" "the nearest is place"
printf 'spouses:\n  - sex: femal\n  - sex: male\n' | case_with enum.yaml
refused "a wrong word" enum.yaml "8003" "enum.yaml:4:10" "the nearest is female"
printf 'celebration:\n  on: 2018-02-30\n' | case_with date.yaml
refused "an impossible date" date.yaml "8004" "date.yaml:4:7" "2018-02-30"
printf 'celebration: {place: DK, on: 2018-01-04}\nspouses:\n  - born: 2018-02-01\n  - born: 1990\n' | case_with born.yaml
refused "a spouse born after the wedding" born.yaml "8006" "born.yaml:" "before the wedding"
printf 'spouses:\n  - sex: male\n' | case_with one.yaml
refused "one spouse only" one.yaml "8005" "one.yaml:4" "exactly two"
printf 'celebration: {place: DK, on: 2018-02-04}\n' | case_with early.yaml
refused "asked before the celebration" early.yaml "8010" "early.yaml:3" "planned: yes"
printf 'celebration: {place: QQ}\n' | case_with place.yaml
refused "an unknown place" place.yaml "8015" "place.yaml:3:22"
printf 'comity: 1\n' >forum.yaml
refused "no forum" forum.yaml "8016" "--forum"
printf 'a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: &d [*c, *c]\ne: [*d, *d]\n' >bomb.yaml
refused "an alias bomb" bomb.yaml "8014" "bomb.yaml:1:4"
head -c 10485760 /dev/zero | tr '\0' '[' >deep.yaml
refused "ten megabytes of nesting" deep.yaml "8008"
head -c 100000 /dev/zero | tr '\0' '[' >nested.yaml
refused "nested too deep" nested.yaml "8008" "64"
{ printf '{"a":'; head -c 100000 /dev/zero | tr '\0' '['; } >nested.json
refused "JSON nested too deep" nested.json "8008" "64"
printf 'comity: 1\nspouses: \377\376\n' >bytes.yaml
refused "invalid UTF-8" bytes.yaml "8009" "bytes.yaml:2"
printf 'question: {forum: RU\nspouses: ]\n' >broken.yaml
refused "not YAML" broken.yaml "8001" "broken.yaml:"
printf '{"question": {"forum": "RU"}' >cut.json
refused "JSON cut short" cut.json "8001" "cut.json:1"
printf 'question: {forum: RU}\nquestion: {forum: DK}\n' >twice.yaml
refused "a key twice" twice.yaml "8011" "twice.yaml:2:1"
: >empty.yaml
refused "an empty file" empty.yaml "8005"
refused "a file that is not there" nowhere.yaml "8013" "nowhere.yaml"
refused "a folder" . "8013"
printf 'celebration: {place: DK}\n' | case_with good.yaml
options="--forum QQ"
refused "a forum that is no place" good.yaml "8012" "--forum"
options="--on 2018-02-30"
refused "an impossible day asked" good.yaml "8012" "--on"
options="--purpose taxx"
refused "an unknown purpose" good.yaml "8012" "the nearest is tax"
options=

# Random bytes: whatever they are, exit 2 and no signal.
count=0
while [ $count -lt 20 ]; do
  count=$((count + 1))
  head -c $((count * 97)) /dev/urandom >random
  "$comity" check random >"$work/out" 2>"$work/err"
  status=$?
  if [ $status = 2 ] && ! [ -s "$work/out" ]; then ok; else
    no "random bytes: exit $status"
    cp random "${TMPDIR:-/tmp}/comity-random-bytes" && printf '    kept as %s\n' "${TMPDIR:-/tmp}/comity-random-bytes"
  fi
done

# The case format as a schema, and what is covered, are one JSON document each.
for verb in "laws --schema" "laws --json"; do
  # shellcheck disable=SC2086
  if "$comity" $verb --today 2026-11-25 >"$work/out" 2>"$work/err" && [ "$(head -c 1 "$work/out")" = "{" ]; then ok; else no "$verb"; fi
done

printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
