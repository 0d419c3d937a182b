#!/bin/sh
# What keeps the law base in order: what laws counts, what test covers place by place, what lint finds between rows and rules.
# COMITY is the built program. Ends with "N passed, N failed".

here=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd -P)
comity=${COMITY:-$here/build/release/comity}
work=$(mktemp -d) || exit 4
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
ok() { passed=$((passed + 1)); }
no() { failed=$((failed + 1)); printf 'FAIL %s\n' "$1"; }

# holds <what> <expression over d> : of the JSON in $work/out
holds() {
  if python3 -c 'import json, sys; d = json.load(open(sys.argv[1])); sys.exit(0 if eval(sys.argv[2]) else 1)' "$work/out" "$2"
  then ok; else no "$1"; fi
}
prints() { if grep -q -- "$2" "$work/out"; then ok; else no "$1"; fi; }

"$comity" laws --json --today 2026-11-25 >"$work/out"
holds "each table counts its rows and what they rest on" \
  'all(t["confirmed"] + t["reported"] + t["knowledge"] == t["rows"] for t in d["tables"]) and any(t["confirmed"] for t in d["tables"])'
holds "a row that reaches parts is counted once" \
  'next(t for t in d["tables"] if t["name"] == "apostille")["rows"] == len(open("'"$here"'/law/world/conflicts/apostille.csv").readlines()) - 1'
holds "no row is stale today" 'not any(t["stale"] for t in d["tables"])'
holds "places with a folder of their own are told apart" '40 < d["places_with_own_law"] < d["places"]'
"$comity" laws --json --today 2031-01-01 >"$work/out"
holds "rows past their review date are named" 'all(r["place"] and r["review_by"] for t in d["tables"] for r in t["stale"]) and sum(len(t["stale"]) for t in d["tables"]) > 1000'
"$comity" laws --today 2031-01-01 >"$work/out"
prints "in words too" "past its review date: .*, review by 20"
prints "with the share of each source" "all tables: [0-9]* rows; [0-9]* % by an opened source"

# A small base: a place with a rule of its own, and a row about the same.
mkdir -p "$work/law/no/code" && cp -R "$here/law/shared" "$work/law/" || exit 4
cat >"$work/law/no/MODULE.toml" <<'TOML'
place = "NO"
covers_from = 2000-01-01
recognition_from = 2000-01-01
letter_is_case_law = false
TOML
cat >"$work/law/no/code/SOURCE.toml" <<'TOML'
key = "NO/CODE"
title = { en = "A code", ru = "Закон" }
number = "1"
adopted = 1999-12-31
language = "nb"
cite = "Code, art. {}"
checked = 2026-11-25
review_by = 2027-05-25
TOML
cat >"$work/law/no/code/kin.law.md" <<'LAW'
# A code

## Article 1. Kin

Until 2010 cousins did not marry.

> До 2010 года двоюродные не вступали в брак.

```law
in force from 2000-01-01 until 2010-01-01
source knowledge

bar (1) kinship [first_cousins] against both
    makes void

in force from 2000-01-01
source knowledge

bar (2) kinship [full_siblings] against both
    makes void

couple grown
    with celebration.place is NO
    with celebration.on is 2005-06-01
    with spouses.0.born is 1980-01-01
    with spouses.1.born is 1980-01-01

example cousins like grown
    says en "cousins" ru "двоюродные"
    with between.kinship is first_cousins
    expect valid no

enum cousins
    value allowed en "may marry" ru "могут"
    value prohibited en "may not marry" ru "не могут"

table first_cousins
    file "cousins.csv"
    column value: cousins
```
LAW
rows() { # rows <row>...
  echo place,from,until,enacted,extent,provision,source,checked,review_by,confidence,value >"$work/law/no/code/cousins.csv"
  for r_row in "$@"; do
    echo "$r_row" | awk -F, '{print $1","$2","$3",,whole,Article 1,knowledge,2026-11-25,2027-11-25,knowledge,"$4}' >>"$work/law/no/code/cousins.csv"
  done
  "$comity" lint --json --today 2026-11-25 "$work/law" >"$work/out"
}
rows NO,2000-01-01,2010-01-01,prohibited NO,2010-01-01,,allowed
holds "a row that says what the rules say is no finding" 'd == []'
rows NO,2000-01-01,,prohibited
holds "on any day of it" '[f["code"] for f in d] == [6008] and "allowed on 2010-01-01" in d[0]["message"] and d[0]["line"] == 2'
rows NO,2000-01-01,2008-01-01,prohibited NO,2008-01-01,,allowed
holds "the row at fault is named" '[f["line"] for f in d] == [3] and "prohibited on 2008-01-01" in d[0]["message"]'
rows NO,1990-01-01,2000-01-01,allowed
holds "a row speaks where the rules are not covered" 'd == []'
rows NO,2000-01-01,2010-01-01,prohibited NO,2009-12-31,,allowed
holds "two rows of a place never share a day" '[f["code"] for f in d] == [6006]'
rows
"$comity" test --json --today 2026-11-25 "$work/law" >"$work/out"
holds "coverage is told place by place" \
  'list(d.values())[0]["coverage"]["places"] == {"NO": {"changes": 4, "noticed": 2}}'
"$comity" test --today 2026-11-25 "$work/law" >"$work/out"
prints "in words too" '^  NO: 2 of 4 (50 %)$'

"$comity" lint --json --today 2026-11-25 "$here/law" >"$work/out"
holds "the law base has no errors" 'not [f for f in d if f["severity"] == "error"]'

printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
