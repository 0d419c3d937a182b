#!/bin/bash
# The completion scripts complete what the command line takes. COMITY is the built program. Ends with "N passed, N failed".
[ -n "${BASH_VERSION-}" ] || exec bash "$0" "$@"

comity=${COMITY:-build/release/comity}
passed=0 failed=0
is() { # is <what> <wanted> <found>
  if [ "$2" = "$3" ]; then passed=$((passed + 1)); else
    failed=$((failed + 1))
    printf 'FAIL %s: wanted "%s", found "%s"\n' "$1" "$2" "$3"
  fi
}

source <("$comity" completion bash)
complete_words() { # what bash would offer for the last of these words
  COMP_WORDS=("$@")
  COMP_CWORD=$(($# - 1))
  _comity
  printf '%s' "${COMPREPLY[*]}"
}

is "a verb from its beginning" "check" "$(complete_words comity che)"
is "an option from its beginning" "--forum" "$(complete_words comity check --fo)"
is "the languages" "en ru" "$(complete_words comity check --lang '')"
is "nothing in place of a day" "" "$(complete_words comity check --on '')"
is "the shells" "bash zsh fish" "$(complete_words comity completion '')"
is "only a verb's own options" "" "$(complete_words comity laws --as-li)"
is "options after the case" "--strict" "$(complete_words comity check case.yaml --st)"

verbs=$("$comity" --help | sed -n '/^[Ss]ubcommands:/,$s/^  \([a-z]*\) .*/\1/p')
for verb in $verbs; do
  options=$("$comity" "$verb" --help | grep -o -- '^  \(-[a-z],\)\?--[a-z-]*' | sed 's/.*--/--/' | sort)
  is "every option of $verb in bash" "$options" "$(complete_words comity "$verb" -- | tr ' ' '\n' | sort)"
  for option in $options; do
    for shell in zsh fish; do
      case $shell in
        zsh) pattern="$option[=[]" ;;
        fish) pattern="from $verb' -l ${option#--}\( \|$\)" ;;
      esac
      found=no
      "$comity" completion "$shell" | grep -q -- "$pattern" && found=yes
      is "$verb $option in $shell" yes "$found"
    done
  done
done

for shell in zsh fish; do
  if command -v "$shell" >/dev/null 2>&1; then
    "$comity" completion "$shell" | "$shell" -n /dev/stdin
    is "$shell reads its script" 0 $?
  fi
done
"$comity" completion fsh >/dev/null 2>&1
is "an unknown shell is bad usage" 2 $?
is "the nearest shell is named" "comity: the shell fsh is not known; the nearest is fish" "$("$comity" completion fishh 2>&1 >/dev/null | sed 's/fishh/fsh/')"

printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
