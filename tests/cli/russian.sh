#!/bin/sh
# Under --lang ru every verb speaks Russian, on good input and on bad: no run of Latin words is left but codes, paths,
# citations and what somebody else wrote (latin_runs.py says which). COMITY is the built program.
# Ends with "N passed, N failed".

here=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd -P)
comity=${COMITY:-$here/build/release/comity}
work=$(mktemp -d) || exit 4
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
ok() { passed=$((passed + 1)); }
no() { failed=$((failed + 1)); printf 'FAIL %s\n' "$1"; }
day="--today 2026-11-25"

# spoken <what> <exit> <argument>... : Russian on both outputs, and the exit asked for; 'any': no crash
spoken() {
  s_what=$1 s_exit=$2
  shift 2
  # shellcheck disable=SC2086
  "$comity" "$@" --lang ru $day >"$work/said" 2>&1 </dev/null
  s_status=$?
  if [ "$s_exit" = any ] && [ $s_status -lt 4 ] || [ "$s_exit" = $s_status ]; then ok; else no "$s_what: exit $s_status"; fi
  if python3 "$here/tests/cli/latin_runs.py" "$work/said" $answers >"$work/runs"; then ok; else
    no "$s_what"
    head -n 12 "$work/runs"
  fi
}
answers=

cd "$here" || exit 4
for case in examples/*.yaml; do
  # shellcheck disable=SC2086
  "$comity" why --json --lang ru $day "$case" >"$work/answer.json" 2>/dev/null || no "$case: no answer as JSON"
  answers=$work/answer.json
  spoken "check $case" 0 check "$case"
  spoken "why $case" 0 why "$case"
  spoken "timeline $case" 0 timeline "$case"
done
answers=
spoken "a map" 0 atlas examples/moscow-2018.yaml --map "$work/map.svg"
spoken "a map in place of a case" 2 atlas examples/moscow-2018.yaml --map examples/moscow-2018.yaml
spoken "a map without a folder" 2 atlas examples/moscow-2018.yaml --map "$work/nowhere/map.svg"
spoken "laws" 0 laws
spoken "examples and coverage of law files" any test tests/meaning/law
spoken "decided cases" 0 test cases/ru
for verb in check why timeline atlas laws test fmt lint completion; do spoken "help of $verb" 0 $verb --help; done

"$comity" --lang ru --help >"$work/said"
if python3 tests/cli/latin_runs.py "$work/said"; then ok; else no "help"; fi

# Mistakes on the command line.
spoken "no verb" 2 --lang ru
spoken "an unknown verb" 2 chekc case.yaml
spoken "an unknown option" 2 check case.yaml --form RU
spoken "an option without its word" 2 check case.yaml --on
spoken "a word too many" 2 laws law
spoken "options that exclude each other" 2 timeline x.yaml --as-lived --known-now
spoken "a day that is none" 2 check examples/moscow-2018.yaml --on 2018-02-30
spoken "a forum that is no place" 2 check examples/moscow-2018.yaml --forum QQ
spoken "a purpose that is none" 2 check examples/moscow-2018.yaml --purpose taxx
spoken "a last day that is none" 2 timeline examples/moscow-2018.yaml --until never
spoken "a file that is not there" 2 check nowhere.yaml
spoken "no file to format" 2 fmt nowhere.law.md
spoken "no folder to look at" 2 lint nowhere
spoken "nothing to test" 2 test nowhere
spoken "an unknown shell" 2 completion fishh

# Cases that cannot be read.
n=0
while IFS= read -r line; do
  n=$((n + 1))
  printf "$line" >"$work/bad$n.yaml"
  spoken "bad case $n" 2 check "$work/bad$n.yaml"
done <<'CASES'
comity: 1\nquestion: {forum: RU}\ncelebration: {plaec: DK}\n
comity: 1\nquestion: {forum: RU}\nspouses:\n  - sex: femal\n  - sex: male\n
comity: 1\nquestion: {forum: RU}\ncelebration: {on: 2018-02-30}\n
comity: 1\nquestion: {forum: RU, on: 2018-01-26}\ncelebration: {place: DK, on: 2018-01-04}\nspouses:\n  - born: 2018-02-01\n  - born: 1990\n
comity: 1\nquestion: {forum: RU}\nspouses:\n  - sex: male\n
comity: 1\nquestion: {forum: RU, on: 2018-01-26}\ncelebration: {place: DK, on: 2018-02-04}\n
comity: 1\nquestion: {forum: RU}\ncelebration: {place: QQ}\n
comity: 2\nquestion: {forum: RU}\n
comity: 1\n
comity: 1\nquestion: {forum: [RU, DK]}\n
comity: 1\nquestion: {forum: {one_of: [RU, DK]}, on: 2010/2015}\n
comity: 1\nquestion: {forum: RU}\ncelebration: {planned: {one_of: []}, place: {not: DK}}\n
comity: 1\nquestion: {forum: RU}\nspouses: [{age: many}, {sex: {same_as: nobody}}]\n
comity: 1\nquestion: {forum: RU}\nlater: none\nspouses: [{nationalities: RU}, {}]\n
comity: 1\nquestion: {forum: RU}\nceremonies: [{}, {}, {}, {}, {}]\n
a: &a [x]\nb: *a\n
question: {forum: RU\nspouses: ]\n
question: {forum: RU}\nquestion: {forum: DK}\n
question: !!map {forum: RU}\n
a: 1\n---\nb: 2\n
a: "\\q"\n
\tb: 1\n
[1, 2\n
{"question": {"forum": "RU"}
{"question": [1,]}
just words\n
CASES
: >"$work/empty.yaml"
spoken "an empty case" 2 check "$work/empty.yaml"
printf 'comity: 1\nspouses: \377\n' >"$work/bytes.yaml"
spoken "a case that is no UTF-8" 2 check "$work/bytes.yaml"
head -c 100000 /dev/zero | tr '\0' '[' >"$work/deep.yaml"
spoken "a case nested too deep" 2 check "$work/deep.yaml"
printf 'comity: 1\nquestion: {forum: RU}\n' >"$work/undecided.yaml"
spoken "a case nobody decided" 2 test "$work/undecided.yaml"

# Law text with one fault each, as the language's own tests have it.
for bad in tests/syntax/golden/bad_*.law.md; do
  cp "$bad" "$work/bad.law.md"
  spoken "fmt ${bad##*/}" any fmt --check "$work/bad.law.md"
done
for bad in tests/meaning/bad/*.law.md; do
  rm -rf "$work/law" && cp -r tests/meaning/law "$work/law" && cp "$bad" "$work/law/no/code/bad.law.md"
  spoken "lint ${bad##*/}" 1 lint "$work/law"
done
printf 'key = "NO/X"\nword\n' >"$work/law/no/code/SOURCE.toml"
spoken "lint of broken TOML" 1 lint "$work/law"
printf 'key = 1\ntitle = "x"\nnonsense = 2\n' >"$work/law/no/code/SOURCE.toml"
spoken "lint of a poor SOURCE.toml" 1 lint "$work/law"
rm "$work/law/no/code/SOURCE.toml"
spoken "lint without SOURCE.toml" 1 lint "$work/law"

# An example that fails, with the derivation it came from.
rm -rf "$work/law" && cp -r tests/meaning/law "$work/law"
sed 's/expect letter recognised/expect letter not_recognised/' tests/meaning/law/no/code/02_foreign.law.md >"$work/law/no/code/02_foreign.law.md"
spoken "a failing example" 1 test "$work/law" --examples-only
if grep -q '^СБОЙ .*ожидалось not_recognised, вышло' "$work/said"; then ok; else no "a failing example is told in Russian"; fi

# What is said is also in the JSON of lint.
cp tests/meaning/bad/bad_3001_fact.law.md "$work/bad.law.md"
rm -rf "$work/law" && cp -r tests/meaning/law "$work/law" && cp "$work/bad.law.md" "$work/law/no/code/bad.law.md"
if "$comity" lint --json --lang ru $day "$work/law" | grep -q '"message": .*нет факта'; then ok; else no "lint --json speaks Russian"; fi

# Not a word of it without --lang ru; and what finds English finds it.
"$comity" check $day examples/moscow-2018.yaml >"$work/said"
if LC_ALL=C grep -q "$(printf '[\320\321]')" "$work/said"; then no "English is English"; else ok; fi
if python3 tests/cli/latin_runs.py "$work/said" >/dev/null; then no "runs of Latin words are found"; else ok; fi

printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
