#!/bin/sh
# Decided cases: two runs, what is a decision's own, the record of first runs. COMITY is the built program.
# Ends with "N passed, N failed".

here=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd -P)
comity=${COMITY:-$here/build/release/comity}
work=$(mktemp -d) || exit 4
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
ok() { passed=$((passed + 1)); }
no() { failed=$((failed + 1)); printf 'FAIL %s\n' "$1"; }
mkdir -p "$work/cases/ru" && cp "$here"/cases/ru/2018-moscow.yaml "$work/cases/ru/" || exit 4
moscow=$work/cases/ru/2018-moscow.yaml

# tested <what> <exit> <expression over d, the document, and c, the first case> <argument>...
tested() {
  t_what=$1 t_exit=$2 t_expression=$3
  shift 3
  "$comity" test --json --today 2026-11-25 "$@" >"$work/out" 2>"$work/err"
  t_status=$?
  if [ $t_status = "$t_exit" ] && python3 - "$work/out" "$t_expression" <<'PY'
import json, sys
d = list(json.load(open(sys.argv[1])).values())[0]
c = d["cases"][0]
sys.exit(0 if eval(sys.argv[2]) else 1)
PY
  then ok; else
    no "$t_what"
    head -c 400 "$work/err"
  fi
}
refused() { # refused <what> <part of the message>
  "$comity" test "$work/cases" >"$work/out" 2>"$work/err"
  if [ $? = 2 ] && [ ! -s "$work/out" ] && grep -qF -- "$2" "$work/err"; then ok; else
    no "$1"
    head -c 400 "$work/err"
  fi
}

tested "what was said that day is left out by body and day" 0 \
  'c["without"]["own"] == ["RU/essence@2018-01-26"] and c["without"]["came"] == "recognised"' "$work/cases"
tested "it changed the law, which said otherwise" 0 'c["without"]["place"] == "changed_the_law"' "$work/cases"
tested "all is known at the end of the day" 0 'c["known_on"] == "2018-01-26" and c["result"] == "agrees"' "$work/cases"
tested "an act is counted among acts" 0 'd["kinds"]["acts"]["agree"] == 1 and d["kinds"]["decisions"]["agree"] == 0' "$work/cases"

sed -i 's/^  kind: administrative_act/&\n  own: []/' "$moscow"
tested "nothing is its own where the file says so" 0 \
  'c["without"]["own"] == [] and c["without"]["place"] == "followed"' "$work/cases"
sed -i 's/^  own: .*/  own: [RU\/essence]/' "$moscow"
tested "a reading is named by the file" 0 '"RU/essence@2018-01-26" in c["without"]["own"]' "$work/cases"
sed -i 's/^  own: .*/  own: [RU\/essense]/' "$moscow"
refused "what is named is in the law base" "nothing in the law base is called RU/essense"
sed -i 's/^  own: .*/  onw: []/' "$moscow"
refused "an unknown key is refused, the nearest named" "the nearest is own"
sed -i '/^  onw: /d; s/kind: administrative_act/kind: administrative_acts/' "$moscow"
refused "an unknown kind is refused" "administrative_act"
sed -i 's/kind: administrative_acts/kind: administrative_act/; s/provision: RU.SK.158(1)/provision: RU\/SK\/14(1)/' "$moscow"
tested "agreement is on the provision too" 1 'c["result"].startswith("disagrees")' "$work/cases"

# The record: only cases without one are added, and what stands there stays.
if [ -e "$work/cases/first_run.tsv" ]; then no "nothing is written unasked"; else ok; fi
tested "a case without a record is not recorded" 1 'c["first_run"] == "not_recorded"' "$work/cases"
tested "the first run is recorded when asked" 1 'c["first_run"] == "disagrees"' --record-first-run "$work/cases"
sed -i 's/RU.SK.14(1)/RU\/SK\/158(1)/' "$moscow"
tested "and never changed after" 0 \
  'c["first_run"] == "disagrees" and c["result"] == "agrees" and d["kinds"]["acts"]["first_run"]["disagree"] == 1' \
  --record-first-run "$work/cases"
cp "$here"/cases/ru/2020-tax-inspectorate.yaml "$work/cases/ru/"
tested "a new case is added" 0 'd["kinds"]["acts"]["first_run"]["agree"] == 1' --record-first-run "$work/cases/ru"
if [ "$(cat "$work/cases/first_run.tsv")" = "$(printf 'ru/2018-moscow.yaml\tdisagrees\nru/2020-tax-inspectorate.yaml\tagrees')" ]; then ok; else
  no "the record is a line each, by path"
fi
if [ -e "$work/cases/ru/first_run.tsv" ]; then no "one record, above"; else ok; fi
printf 'cases/ru/2018-moscow.yaml\tout_of_scope\ta note\n' >"$work/cases/first_run.tsv"
tested "paths from above and notes are read" 0 'c["first_run"] == "out_of_scope"' "$work/cases"
printf 'ru/2018-moscow.yaml\tmaybe\n' >"$work/cases/first_run.tsv"
refused "a line that is none" "this is no line of first runs"

# The cases of this tree.
"$comity" test --json --today 2026-11-25 "$here/cases" >"$work/out" 2>"$work/err"
if python3 - "$work/out" "$here/cases" <<'PY'
import json, pathlib, sys
d = list(json.load(open(sys.argv[1])).values())[0]
files = list(pathlib.Path(sys.argv[2]).rglob("*.yaml"))
problems = [c["file"] for c in d["cases"] if c["without"]["place"] == "changed_the_law" and not c["without"]["own"]]
recorded = {l.split("\t")[0] for l in open(sys.argv[2] + "/first_run.tsv")}
gone = sorted(recorded - {f.relative_to(sys.argv[2]).as_posix() for f in files})
if problems or gone: print(problems, gone)
sys.exit(1 if problems or gone or len(d["cases"]) != len(files) or d["kinds"]["duty_findings"]["agree"] < 3 else 0)
PY
then ok; else no "every case of the tree is placed"; fi

"$comity" test "$here/cases/ru" --lang ru >"$work/out" 2>&1
if grep -q 'изменило закон' "$work/out"; then ok; else no "in Russian"; fi

printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
