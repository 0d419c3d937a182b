#!/bin/sh
# What a place's law says: laws --place. COMITY is the built program. Ends with "N passed, N failed".

here=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd -P)
comity=${COMITY:-$here/build/release/comity}
work=$(mktemp -d) || exit 4
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
ok() { passed=$((passed + 1)); }
no() { failed=$((failed + 1)); printf 'FAIL %s\n' "$1"; }

# says <place> <day> <topic> <expression over t, the topic>
says() {
  "$comity" laws --place "$1" --on "$2" --topic "$3" --json --today 2026-11-25 >"$work/out" 2>"$work/err"
  if [ $? != 0 ] || [ -s "$work/err" ]; then no "$1 $2 $3: no answer"; return; fi
  if python3 - "$work/out" "$3" "$4" <<'PY'
import json, sys
t = json.load(open(sys.argv[1]))["topics"][sys.argv[2]]
sys.exit(0 if eval(sys.argv[3]) else 1)
PY
  then ok; else no "$1 $2 $3: not $4"; sed 's/^/    /' "$work/out"; fi
}

says NL 2001-03-31 same_sex_marriage 't["value"] == "not_open" and t["until"] == "2001-04-01"'
says NL 2001-04-01 same_sex_marriage 't["value"] == "open" and t["from"] == "2001-04-01" and t["until"] is None and t["provision"] and t["source"]'
says DK 2012-06-14 same_sex_marriage 't["value"] == "not_open"'
says DK 2012-06-15 same_sex_marriage 't["value"] == "open" and t["from"] == "2012-06-15"'
says DK 2012-06-14 registered_partnership 't["value"] == "open"'
says DK 2012-06-15 registered_partnership 't["value"] == "closed_to_new"'
says DK 2012-06-14 foreign_same_sex_marriage 't["value"] == "as_partnership"'
says NL 2001-04-01 foreign_same_sex_marriage 't["value"] == "full" and t["purposes"] == ["*"]'
says RU 2018-01-26 foreign_same_sex_marriage 't["value"] == "contested" and t["stances"] == {"letter": "full", "authorities": "none"} and t["from"] == "2018-01-26"'
says RU 2018-01-26 promotion_law 't["value"] == "minors" and t["from"] == "2013-06-30" and t["until"] == "2022-12-05"'
says RU 2018-01-26 same_sex_acts 't["value"] == "legal"'
says CH 2022-06-30 foreign_same_sex_marriage 't["value"] == "as_partnership"'
says IL 2020-01-01 foreign_same_sex_marriage 't["value"] == "record_only" and t["purposes"] == ["record"]'
says RO 2018-06-04 foreign_same_sex_marriage 't["value"] == "none"'
says RO 2018-06-06 foreign_same_sex_marriage 't["value"] == "limited" and t["whom"] == "union_movers"'
says SE 2026-06-30 first_cousins 't["value"] == "allowed"'
says SE 2026-07-01 first_cousins 't["value"] == "prohibited" and t["from"] == "2026-07-01"'
says DE 2026-01-01 polygamy 't["value"] == "void"'
says DE 2026-01-01 marriage_age 't["general"] == {"female": 18, "male": 18} and t["with_consent"] == t["general"]'
says GB-EAW 2023-02-26 marriage_age 't["general"]["male"] == 18 and t["with_consent"]["male"] == 16'
says IS 2020-01-01 marriage_age 't["value"] == "unknown" and t["missing"]'
says NL 2020-01-01 religious_form 't["value"] == "no_civil_effect"'
says NL 2020-01-01 remote_form 't["value"] == "not_allowed"'
says US-TX 2015-06-25 same_sex_marriage 't["value"] == "not_open"'
says US-TX 2015-06-26 same_sex_marriage 't["value"] == "open"'
says US 2026-01-01 same_sex_marriage 't["value"] == "open"'
# tie by tie: by rules (Belgium, Italy, Greece), by a row (Chile), by both (Poland), by neither
says BE 2018-01-01 affinity 't["value"] == "by_tie" and t["step_parent_child"] == "conditional" and t["sibling_in_law"] == "unknown" and t["missing"]'
says IT 2018-01-01 affinity 't["parent_child_in_law"] == "prohibited" and t["sibling_in_law"] == "conditional"'
says CL 2020-01-01 affinity 't["step_parent_child"] == "prohibited" and t["sibling_in_law"] == "allowed" and t["confidence"] == "confirmed"'
says GR 2018-01-01 affinity 't["value"] == "prohibited"'
says KR 2018-01-01 affinity 't["value"] == "prohibited"'
says PL 2018-01-01 affinity 't["step_parent_child"] == "conditional" and t["sibling_in_law"] == "allowed"'
says RU 2018-01-01 affinity 't["value"] == "allowed"'
says TT 2018-01-01 affinity 't["value"] == "unknown" and t["missing"] and "step_parent_child" not in t'
says CH 2005-12-31 affinity 't["step_parent_child"] == "prohibited" and t["until"] == "2006-01-01"'
says GB-EAW 2007-02-28 affinity 't["parent_child_in_law"] == "conditional"'
says GB-EAW 2007-03-01 affinity 't["parent_child_in_law"] == "allowed" and t["step_parent_child"] == "conditional"'
says DE 2018-01-01 adoption 't["adopter_adopted"] == "prohibited" and t["adoptive_siblings"] == "conditional"'
says TR 2001-12-31 adoption 't["adopter_adopted"] == "prohibited"'
says TR 2002-01-01 adoption 't["value"] == "prohibited" and t["provision"]'
says NO 2018-01-01 adoption 't["value"] == "unknown"'

refused() { # refused <what> <part of the message> <argument>...
  r_what=$1 r_part=$2
  shift 2
  "$comity" laws "$@" >"$work/out" 2>"$work/err"
  if [ $? = 2 ] && [ ! -s "$work/out" ] && grep -qF -- "$r_part" "$work/err"; then ok; else no "$r_what"; fi
}
refused "an unknown place" "QQ is not a place code" --place QQ --on 2020-01-01
refused "a day that cannot be read" "not a day" --place NL --on 2020
refused "an unknown topic" "the nearest is first_cousins" --place NL --topic first_cousin
refused "a topic without a place" "--place" --topic first_cousins

"$comity" laws --place DK --topic same_sex_marriage --history --json --today 2026-11-25 >"$work/out" 2>&1
if python3 -c '
import json, sys
h = json.load(open(sys.argv[1]))["topics"]["same_sex_marriage"]["history"]
known = [(f["value"], f["from"], f["until"]) for f in h if f["value"] != "unknown"]
sys.exit(0 if known[-2][0] == "not_open" and known[-2][2] == "2012-06-15" and known[-1] == ("open", "2012-06-15", None) else 1)
' "$work/out"; then ok; else no "the history of Denmark"; fi

"$comity" laws --place all --on 2026-01-01 --json --today 2026-11-25 >"$work/all" 2>"$work/err"
"$comity" laws --place all --on 2026-01-01 --json --today 2026-11-25 >"$work/again" 2>>"$work/err"
if cmp -s "$work/all" "$work/again"; then ok; else no "the same bytes twice"; fi
if python3 -c '
import csv, json, sys
found = {p["place"]: p["topics"] for p in json.load(open(sys.argv[1]))}
codes = [r["code"] for r in csv.DictReader(open(sys.argv[2])) if len(r["code"]) == 2 and not r["until"] and not r["alias_of"]]
lacking = [c for c in codes if c not in found]
bare = [p for p, t in found.items() if len(t) != 14 or any("value" not in f and "general" not in f for f in t.values())]
silent = [(p, n) for p, t in found.items() for n, f in t.items() if f.get("value") == "unknown" and not f.get("missing")]
for what in (lacking, bare, silent):
    if what: print(what[:9])
sys.exit(1 if lacking or bare or silent or len(codes) < 249 else 0)
' "$work/all" "$here/law/shared/places.csv"; then ok; else no "every place of ISO 3166-1, every topic"; fi

"$comity" laws --place RU --on 2018-01-26 --lang ru --today 2026-11-25 >"$work/out" 2>&1
if grep -q 'спорно' "$work/out" && ! grep -q '[a-z]_[a-z]*:' "$work/out"; then ok; else no "in Russian"; fi

# written <what> <part of the text> <argument>...
written() {
  w_what=$1 w_part=$2
  shift 2
  "$comity" laws "$@" --today 2026-11-25 >"$work/out" 2>&1
  if tr -s ' \n' ' ' <"$work/out" | grep -qF -- "$w_part"; then ok; else no "$w_what"; fi
}
written "a second marriage that a court annuls" "stands until a court annuls it" --place FR --on 2018-01-01 --topic polygamy
written "the same in Russian" "в силе, пока суд его не аннулирует" --place FR --on 2018-01-01 --topic polygamy --lang ru
written "a second marriage that is none" "makes no marriage" --place GB-EAW --on 2018-01-01 --topic polygamy
written "ties one by one" "parent-in-law and child-in-law: prohibited; brother or sister of a former spouse: possible under conditions" --place IT --on 2018-01-01 --topic affinity
written "one word for all ties" "Related by adoption: prohibited" --place AR --on 2018-01-01 --topic adoption
written "the same in Russian" "Родство по усыновлению: запрещено" --place AR --on 2018-01-01 --topic adoption --lang ru

printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
