#!/bin/sh
# The interview in the terminal and as JSON, on the case of 2018 told bit by bit. COMITY is the built program.
# Ends with "N passed, N failed".

here=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd -P)
comity=$(readlink -f -- "${COMITY:-$here/build/release/comity}")
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
# The answers to the questions of the 2018 case, in the order in which they are asked.
told() { printf '%s\n' "$@" Denmark 2018-01-04 civil RU RU 1 1 1989-06 1989-03 none none none none no no; }

en=$(told Russia | "$comity" ask --on 2018-01-26 --today 2026-11-25)
same "the interview gives its answer" 0 $?
has "the forum is asked first" "$(printf '%s\n' "$en" | head -n 1)" "Which place do you ask about"
has "a question says which provision asks" "$en" "Asked by RU/SK/14"
has "the number of questions left" "$en" "Facts that can still change the answer: 1. Questions left at most: 1."
has "the answer at the end" "$en" "by the words of"
has "and how firm it is" "$en" "Contested"
same "one question for each fact that matters" 15 "$(printf '%s\n' "$en" | grep -c '^> Facts that can\|^Facts that can')"

ru=$(told Россия | sed 's/^Denmark$/дания/; s/^none$/нет/; s/^no$/нет/' | "$comity" ask --lang ru --on 2018-01-26 --today 2026-11-25)
same "the same in Russian" 0 $?
has "the forum in Russian" "$ru" "О каком месте вопрос"
has "the answer in Russian" "$ru" "Спорно"

typo=$(printf '%s\n' Rusia RU Denmark q | "$comity" ask --on 2018-01-26 2>&1)
has "a place misspelt" "$typo" "the nearest is russia"
unknown=$(printf '%s\n' RU '?' '<' Denmark q | "$comity" ask --on 2018-01-26)
same "back asks again what was not known" 2 "$(printf '%s\n' "$unknown" | grep -c '(celebration.place)')"
impossible=$(told RU | sed 's/^1989-06$/2020/' | "$comity" ask --on 2018-01-26 2>&1)
has "what cannot be is refused" "$impossible" "spouses.0.born"

json() { "$comity" ask --json "$@" "$here/examples/moscow-2018.yaml"; }
has "nothing left to ask" "$(json)" '"next": null'
has "what came out so far" "$(json)" '"verdict": "contested"'
part() { printf '{comity: 1, question: {forum: RU, on: 2018-01-26}, celebration: {place: DK}}' | "$comity" ask --json "$@" -; }
first=$(part | sed -n '/"next"/,/}/s/.*"fact": "\(.*\)".*/\1/p')
same "the day comes after the place" celebration.on "$first"
has "a question of days says so" "$(part)" '"kind": "day"'
same "a fact not known is not asked for again" 0 "$(part --unknown celebration.on --unknown celebration.form | sed -n '/"left"/,/"so_far"/p' | grep -c '"fact": "celebration.on"')"
"$comity" ask nothing-there.yaml >/dev/null 2>&1
same "a file that is not there is bad usage" 2 $?

printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
