"""Runs of Latin words in what the program said in Russian: there should be none of ours.

latin_runs.py SAID [ANSWER.json]...   prints each run with its line, and exits 1 when there is any

What may be Latin is left out first: addresses, law text and commands in backquotes, words quoted from elsewhere in «»
or "", excerpts of the user's file, citations (every "cite" of the answers given), and single words: codes, keys, paths.
A run is two words of letters or more with nothing but a space, or a comma and a space, between them.
"""
import json
import re
import sys
from pathlib import Path

WORD = r"(?<![\w./:#-])[A-Za-z][a-z]+(?:['-][a-z]+)*(?![\w./:(])"
RUN = re.compile(rf"{WORD}(?:,? {WORD})+")
LEFT_OUT = [
    r"https?://\S+", r"`[^`]*`", r"«[^»]*»", r'"[^"]*"',
    r"\bcomity(?: [a-z]+)*(?: --[a-z-]+)*",          # how to call the program
    r"\blawc law\b",
    r"(?<=: )[a-z_]+(?:, [a-z_]+)+(?:,? [а-я]+ [a-z_]+)?",  # a list of keys or words of the format
    r"принимается [a-z_]+(?:, [a-z_]+)*",
    r"принимает: +[a-z_]+(?:[, ]+[a-z_]+)*",         # the clauses a declaration takes
    r"\bbash, zsh\b", r"\bParquet, Arrow\b", r"\bDuckDB, Spark\b",
]
EXCERPT = re.compile(r"^ *\d+ \| .*$|(?<=^      \| ) *[\^-]+", re.M)


def cites(value):
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "cite" and isinstance(inner, str):
                yield inner
            else:
                yield from cites(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from cites(inner)


def main(said, answers):
    text = EXCERPT.sub("", Path(said).read_text(encoding="utf-8", errors="replace"))
    text = re.sub(r" *\n {2,}(?![-✓✗?] )", " ", text)  # a wrapped line again in one
    known = {cite for answer in answers for cite in cites(json.loads(Path(answer).read_text(encoding="utf-8")))}
    for cite in sorted(known, key=len, reverse=True):
        text = text.replace(cite, "")
    for pattern in LEFT_OUT:
        text = re.sub(pattern, "", text)
    found = False
    for line in text.splitlines():
        for run in RUN.findall(line):
            found = True
            print(f"    {run!r} in: {line.strip()[:160]}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
