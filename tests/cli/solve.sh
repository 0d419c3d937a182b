#!/bin/sh
# The verbs that search the law: loopholes, diff, route; and certificates. COMITY is the built program. Ends with
# "N passed, N failed".

here=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd -P)
comity=${COMITY:-$here/build/release/comity}
cd "$here" || exit 4
work=$(mktemp -d) || exit 4
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
ok() { passed=$((passed + 1)); }
no() { failed=$((failed + 1)); printf 'FAIL %s\n' "$1"; }

# json <what> <expression over d, the document> <status> <argument>...
json() {
  what=$1 expression=$2 wanted=$3
  shift 3
  "$comity" "$@" --json --today 2026-11-25 >"$work/out" 2>"$work/err"
  status=$?
  if [ "$status" != "$wanted" ]; then no "$what: exit $status"; sed 's/^/    /' "$work/err"; return; fi
  if python3 - "$work/out" "$expression" <<'PY'
import json, sys
d = json.load(open(sys.argv[1]))
sys.exit(0 if eval(sys.argv[2]) else 1)
PY
  then ok; else no "$what"; fi
}
# refused <what> <argument>...: bad usage, with words and without an answer
refused() {
  what=$1
  shift
  "$comity" "$@" >"$work/out" 2>"$work/err"
  if [ $? = 2 ] && [ -s "$work/err" ] && ! [ -s "$work/out" ]; then ok; else no "$what"; fi
}

json "the bill takes from two of one sex and from nobody else" \
  'd["verdict"] == "only_losses" and [c["count"]["in_class"] for c in d["classes"] if c["change"] == "loses"] == [2]' \
  0 diff law examples/bills/ru-989008-7 --forum RU --on 2021-12-31
json "a change is a status where that is asked" 'd["verdict"] == "only_losses"' \
  1 diff law examples/bills/ru-989008-7 --forum RU --on 2021-12-31 --exit-code
json "a law and itself" 'd["verdict"] == "same" and d["classes"] == []' \
  0 diff RU --between 2018-06-01 2018-06-01 --exit-code
json "time up is said, and what was found is kept" \
  'd["unfinished"] and isinstance(d["findings"], list)' 0 loopholes RU --on 2018-01-01 --budget 0.001
json "no step leads around a bar" 'd["refused"] == "protecting_bar" and d["steps"] == []' \
  0 route examples/full-siblings.yaml
json "no step for one under age" 'd["refused"] in ("minor", "protecting_bar") and d["steps"] == []' \
  0 route examples/seventeen-in-january-2017.yaml
json "the fewest facts of a settled answer" '"between.kinship" in d["certificate"]["suffices"]' \
  0 check examples/full-siblings.yaml --certificate
json "two ways an open answer may come out" \
  'len({w["outcome"] for w in d["certificate"]["differ"]}) == 2' 0 why examples/sexes-left-out.yaml --certificate
refused "a place that is none" loopholes XQ
refused "a day that is none" loopholes RU --on yesterday
refused "a budget that is none" loopholes RU --budget soon
refused "one folder and nothing else" diff law
refused "two folders and no forum" diff law law
for language in en ru; do
  if "$comity" route examples/full-siblings.yaml --lang $language >"$work/out" 2>&1 && [ -s "$work/out" ]; then ok
  else no "route in $language"; fi
done

printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
