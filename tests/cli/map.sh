#!/bin/sh
# The map of the atlas: comity atlas --map. COMITY is the built program. Ends with "N passed, N failed".

here=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd -P)
comity=$(readlink -f -- "${COMITY:-$here/build/release/comity}")
case_file=$here/examples/moscow-2018.yaml
work=$(mktemp -d) || exit 4
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
ok() { passed=$((passed + 1)); }
no() { failed=$((failed + 1)); printf 'FAIL %s\n' "$1"; }
expect() { # expect <what> <command>...
  what=$1
  shift
  if "$@"; then ok; else no "$what"; fi
}
draw() { "$comity" atlas --today 2026-11-25 "$case_file" "$@" >"$work/out" 2>"$work/err"; }

# 1. The picture itself, in both languages, against the list of the same case.
"$comity" atlas --today 2026-11-25 --json "$case_file" >"$work/list.json"
for language in en ru; do
  draw --lang $language --map "$work/$language.svg"
  expect "$language: drawn" test $? = 0
  expect "$language: says what it wrote" grep -qF "$work/$language.svg" "$work/err"
  expect "$language: no list beside it" test ! -s "$work/out"
  python3 - "$work/$language.svg" "$work/list.json" "$here/law/shared/places.csv" $language >"$work/findings" 2>&1 <<'PY'
import csv, json, re, sys
import xml.etree.ElementTree as tree
picture, answers, places, language = sys.argv[1:]
svg = "{http://www.w3.org/2000/svg}"
root = tree.parse(picture).getroot()  # well-formed, or this fails
tests = failures = 0
def holds(what, true):
    global tests, failures
    tests += 1
    if not true:
        failures += 1
        print("FAIL", language, what)
ids = {}
for element in root.iter():
    if "id" in element.attrib:
        holds(f"the id {element.get('id')} stands once", element.get("id") not in ids)
        ids[element.get("id")] = element
rows = list(csv.DictReader(open(places, encoding="utf-8")))
iso = [r for r in rows if re.fullmatch("[A-Z]{2}", r["code"]) and not r["until"] and not r["alias_of"]
       and r["code"] not in ("EU", "XK")]
holds(f"there are 249 places of ISO 3166-1, not {len(iso)}", len(iso) == 249)
for row in iso:
    holds(f"{row['code']} is on the map", row["code"] in ids)
answers = {a["question"]["forum"]: a for a in json.load(open(answers, encoding="utf-8"))}
parents = {r["part_of"] for r in rows}
hatches = {"contested": "violet-stripes", "discretionary": "teal-bars", "not_covered": "paper-thin",
           "depends": "slate-dots", "undecided": "sand-cross"}
colours = {"recognised": "blue", "not_recognised": "rust", "recognised_limited_purpose": "gold",
           "recognised_as_registered_partnership": "sky"}
for code, answer in answers.items():
    shape = ids.get(code)
    if shape is None:
        holds(f"{code} has ground", code in ("EU", "COE"))
    elif shape.tag != svg + "g":
        verdict = answer["verdict"]
        outcome = answer["outcome"] or (answer["stances"][0]["outcome"] if verdict == "untested" else None)
        look = (colours[outcome] + ("-none" if verdict == "settled" else "-hairlines")) if outcome else hatches[verdict]
        holds(f"{code} looks like {look}, not {shape.get('class')}", shape.get("class") == look)
        holds(f"{code} has words", shape.find(svg + "title") is not None)
style = root.find(svg + "style").text
for look in {i.get("class") for i in root.iter() if (i.get("class") or "").count("-") == 1}:
    wanted = "fill:#" if look.endswith("-none") else f"fill:url(#hatch-{look})"
    holds(f"{look} is drawn", f".{look}{{{wanted}" in style)
    holds(f"{look} has its hatch", look.endswith("-none") or f"hatch-{look}" in ids)
holds("contested is hatched", ids["RU"].get("class") == "violet-stripes")
holds("it is a picture with a text", root.get("role") == "img" and root.get("aria-labelledby") == "map-name map-words")
holds("the language is told", root.get("lang") == language)
title, words = root.find(svg + "title"), root.find(svg + "desc")
holds("the name is neutral", title.get("id") == "map-name" and not re.search("marri|брак|case|2018", title.text))
holds("the text has its id", words.get("id") == "map-words")
lines = words.text.split("\n")
name = {r["code"]: r[language] for r in rows}
for code in answers:
    if code in ids:
        shown = name[code] if len(code) == 2 else f"{name[code]} ({code})"
        holds(f"{shown} is in the text", any(e + shown + a in words.text for e in (": ", "; ") for a in ";."))
known = {name[c] if len(c) == 2 else f"{name[c]} ({c})" for c in answers}
lists = [line.rpartition(": ")[2].removesuffix(".").split("; ") for line in lines[1:]]
lists = [found for found in lists if found[0] in known]
holds("every outcome has its list", len(lists) > 8)
for found in lists:
    holds(f"alphabetical from {found[0]}", found == sorted(found, key=str.encode) and set(found) <= known)
seen = "".join("".join(t.itertext()) for t in root.iter(svg + "text"))
for word in {"en": ("2018-01-26", "Contested", "Boundaries show", "sovereignty", "Not covered", "not advice"),
             "ru": ("2018-01-26", "Спорно", "Границы показывают", "суверенитет", "Нет в нашей базе", "не консультация")}[language]:
    holds(f"one reads {word}", word in seen.replace("  ", " ") or word in words.text)
text = open(picture, encoding="utf-8").read()
holds("nothing is fetched and nothing runs", not re.search(r"<script|href=|@import|url\((?!#hatch-)|javascript|on[a-z]+=", text))
holds("under 400 kB", len(text.encode()) < 400_000)
print(tests - failures, failures)
PY
  counts=$(tail -n 1 "$work/findings")
  case $counts in
    *[0-9]\ [0-9]*) passed=$((passed + ${counts% *})) failed=$((failed + ${counts#* })) ;;
    *) no "$language: the picture could not be read" ;;
  esac
  sed '$d' "$work/findings"
done
draw --map "$work/again.svg"
expect "same case, same bytes" cmp -s "$work/en.svg" "$work/again.svg"
for trace in "$(uname -n)" "$work" "$here"; do
  [ "${#trace}" -gt 3 ] || continue
  if grep -qF "$trace" "$work/en.svg"; then no "the map holds $trace"; else ok; fi
done
expect "a new map is its owner's alone" test "$(stat -c %a "$work/en.svg")" = 600

# 2. With a list asked for by name, both.
draw --json --map "$work/with.svg"
expect "the list as JSON beside the map" cmp -s "$work/out" "$work/list.json"
expect "and the same map" cmp -s "$work/en.svg" "$work/with.svg"

# 3. One file is written, and it takes the place of nothing but a map.
mkdir "$work/only"
(cd "$work/only" && "$comity" atlas "$case_file" --map here.svg >/dev/null 2>&1)
expect "one file and no more" test "$(ls -A "$work/only")" = here.svg
draw --map "$work/en.svg"
expect "a map is replaced" test $? = 0
cp "$case_file" "$work/case.yaml"
draw --map "$work/case.yaml"
expect "a file that is no map is refused" test $? = 2
expect "and left as it is" cmp -s "$case_file" "$work/case.yaml"
expect "and the message says so" grep -q "is no map" "$work/err"
draw --map "$work/nowhere/map.svg"
expect "no folder is made" test $? = 2 -a ! -e "$work/nowhere"
draw --map "$work/only"
expect "a folder is no file" test $? = 2
ln -s en.svg "$work/link.svg"
draw --map "$work/link.svg"
expect "a link stays one" test $? = 0 -a -L "$work/link.svg"
if [ -w /dev/full ]; then
  draw --map /dev/full
  expect "a full disk is told" test $? = 4
  expect "with its reason" grep -q "not written" "$work/err"
fi
expect "nothing is left beside it" test -z "$(find "$work" -name '*.svg.*')"
printf 'comity: 1\nquestion: {forum: QQ}\n' >"$work/bad.yaml"
"$comity" atlas "$work/bad.yaml" --map "$work/bad.svg" >/dev/null 2>&1
expect "bad input draws nothing" test $? = 2 -a ! -e "$work/bad.svg"

printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
