#!/bin/sh
# Answers that the law base must show: one marriage asked of several places, days and purposes. COMITY is the built program.
# Ends with "N passed, N failed".

here=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd -P)
comity=${COMITY:-$here/build/release/comity}
work=$(mktemp -d) || exit 4
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

# shows <what> <case> <expression over d, the answer, and letter, courts, authorities> <argument>...
shows() {
  s_what=$1 s_case=$2 s_expression=$3
  shift 3
  if "$comity" check --json --no-because --today 2026-11-25 "$@" "$s_case" >"$work/out" 2>"$work/err" &&
    python3 - "$work/out" "$s_expression" <<'PY'
import json, sys
d = json.load(open(sys.argv[1]))
said = {s["stance"]: s["outcome"] if s["verdict"] == "settled" else s["verdict"] for s in d["stances"]}
letter, courts, authorities = (said[s] for s in ("letter", "courts", "authorities"))
sys.exit(0 if eval(sys.argv[2]) else 1)
PY
  then passed=$((passed + 1)); else
    failed=$((failed + 1))
    printf 'FAIL %s\n' "$s_what"
    head -c 400 "$work/err"
  fi
}
# changed <name> <example> <sed script>: the example with something else in it.
changed() { sed "$3" "$2" >"$work/$1.yaml"; }

cd "$here/examples" || exit 4

# Poland: a Berlin marriage of two men, before and after the Court of Justice spoke on 25 November 2025.
shows "movers, as known on 24 November" berlin-2018-moved.yaml \
  'd["verdict"] == "settled" and letter == "not_recognised"' --on 2025-11-24 --known-on 2025-11-24
shows "movers, as known on 26 November: the offices had not followed yet" berlin-2018-moved.yaml \
  'letter == courts == "recognised_limited_purpose" and authorities == "not_recognised"' --on 2025-11-26 --known-on 2025-11-26
shows "movers, asked now about 24 November" berlin-2018-moved.yaml \
  'd["verdict"] == "settled" and letter == "recognised_limited_purpose" and d["as_then_held"]["outcome"] == "not_recognised"' \
  --on 2025-11-24
for day in 2025-11-24 2025-11-26; do
  shows "no movers, as known on $day" berlin-2018.yaml \
    'd["verdict"] == "settled" and letter == "not_recognised"' --on $day --known-on $day
done
shows "no movers, asked now about 24 November" berlin-2018.yaml \
  'd["verdict"] == "settled" and letter == "not_recognised" and not d["as_then_held"]' --on 2025-11-24

# says <what> <yes|no> <text> <argument>...: whether the answer in words has the text.
says() {
  s_what=$1 s_has=$2 s_text=$3
  shift 3
  if "$comity" check --today 2026-11-25 "$@" | tr '\n' ' ' | grep -qF -- "$s_text"; then s_found=yes; else s_found=no; fi
  if [ "$s_found" = "$s_has" ]; then passed=$((passed + 1)); else
    failed=$((failed + 1))
    printf 'FAIL %s\n' "$s_what"
  fi
}
says "Italy, in words: valid where it was made" yes "valid by the law of Germany" --forum IT --on 2018-10-10 berlin-2018.yaml
says "and not by a law asked about something else" no "valid by the law of Poland" --forum IT --on 2018-10-10 berlin-2018.yaml
says "Poland, movers: not since a judgment that said otherwise" no "since 2018-02-28" --on 2025-11-26 --known-on 2025-11-26 berlin-2018-moved.yaml
says "Russia: since the day it was said" yes "not recognised since 2018-01-26" moscow-2018.yaml

# Hong Kong: no marriage as a status, one for residence, tax, housing and an estate.
shows "Hong Kong, status" berlin-2018.yaml \
  'letter == "recognised_limited_purpose" and "adoption" not in d["stances"][0]["purposes"]' --forum HK --on 2026-01-01 --purpose status
for purpose in residence tax succession; do
  shows "Hong Kong, $purpose" berlin-2018.yaml 'd["verdict"] == "settled" and letter == "recognised_limited_purpose"' \
    --forum HK --on 2026-01-01 --purpose $purpose
done
shows "Hong Kong, adoption of a child" berlin-2018.yaml 'letter == "not_recognised"' --forum HK --on 2026-01-01 --purpose adoption

# Israel: what the register enters is not thereby a marriage.
shows "Israel, the register" berlin-2018.yaml 'letter == "recognised_limited_purpose"' --forum IL --on 2026-01-01 --purpose record
shows "Israel, status" berlin-2018.yaml 'letter == "recognised_limited_purpose" and d["stances"][0]["purposes"] == ["record"]' \
  --forum IL --on 2026-01-01 --purpose status

# Switzerland and Italy: a partnership, before and after.
shows "Switzerland, before July 2022" paris-2013.yaml 'letter == "recognised_as_registered_partnership"' --forum CH --on 2022-06-30
shows "Switzerland, since" paris-2013.yaml 'letter == "recognised"' --forum CH --on 2022-07-01
shows "Italy, before the decree of July 2016" paris-2013.yaml 'letter == "not_recognised"' --on 2016-06-06
shows "Italy, by the decree" paris-2013.yaml 'letter == "recognised_as_registered_partnership"' --on 2016-10-01
shows "Italy, by article 32-bis" paris-2013.yaml 'letter == "recognised_as_registered_partnership"' --on 2017-02-11

# Sweden: the day of the wedding decides.
changed cousins-before cousins.yaml 's/  on: 2026-08-01/  on: 2026-06-30/'
shows "cousins married on 30 June 2026" "$work/cousins-before.yaml" 'd["verdict"] == "settled" and letter == "recognised"'
shows "cousins married since 1 July 2026" cousins.yaml 'letter == "discretionary"'
changed cousins-strangers cousins.yaml 's/\[SE\]/[DK]/; s/: SE$/: DK/; s/forum: DK/forum: SE/'
shows "cousins without a tie to Sweden" "$work/cousins-strangers.yaml" 'letter != "not_recognised"'
changed seventeen-2019 seventeen-abroad.yaml 's/  on: 2018-12-01/  on: 2019-01-02/'
shows "a bride of seventeen, 2018" seventeen-abroad.yaml 'd["verdict"] == "settled" and letter == "recognised"'
shows "a bride of seventeen, 2019, still a minor" "$work/seventeen-2019.yaml" 'letter == "not_recognised"' --on 2019-03-01
shows "a bride of seventeen, 2019, now grown" "$work/seventeen-2019.yaml" 'letter == "discretionary"'

# England: a second wife by the domicile of each; the two cases of Sottomayor; the age of 2023.
changed english-second ../tests/cli/second-wife.yaml '0,/domicile: PK/s//domicile: GB-EAW/'
shows "a second wife, all at home in Pakistan" ../tests/cli/second-wife.yaml 'd["verdict"] == "settled" and letter == "recognised"'
shows "a second wife of a man at home in England" "$work/english-second.yaml" \
  'd["verdict"] == "settled" and letter == "not_recognised"'
for decision in 1877-court-of-appeal:not_recognised 1879-probate-division:recognised 2023-minimum-age:not_recognised; do
  name=${decision%:*}
  changed "$name" "../cases/gb-eaw/$name.yaml" '/^decided:/,$d'
  shows "$name" "$work/$name.yaml" "letter == '${decision#*:}'"
done
changed before-2023 "$work/2023-minimum-age.yaml" 's/  on: 2023-03-10/  on: 2023-02-26/'
shows "the day before the age was raised" "$work/before-2023.yaml" 'letter == "recognised"'

# United States: first cousins who left to marry, of a state that lets nobody get round its law and of one that does.
shows "cousins from Wisconsin" cousins-from-wisconsin.yaml 'd["verdict"] == "settled" and letter == "not_recognised"'
changed louisiana cousins-from-wisconsin.yaml 's/US-WI/US-LA/'
shows "cousins from Louisiana, which bars them too" "$work/louisiana.yaml" 'd["verdict"] == "settled" and letter == "recognised"'

printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
