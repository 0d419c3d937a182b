#!/usr/bin/env python3
"""Reads every #include of src/ and apps/ and fails on an arrow that cmake/layers.cmake does not allow.

Checked, each a test of its own per file: own headers come from allowed layers and exist, outside libraries are
included only where the table says so, headers begin with #pragma once, no file is longer than 600 lines.
Usage: layers.py [root]. Prints file:line per finding and ends with "N passed, N failed"; exit 1 on a finding.
"""
import os
import re
import sys

MAX_LINES = 600
SOURCES = (".h", ".cpp", ".def")
INCLUDE = re.compile(r'^\s*#\s*include\s*(["<])([^">]+)[">]')


class Tables:
    """The three tables of cmake/layers.cmake."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            text = re.sub(r"(?m)^\s*#.*$", "", file.read())
        self.problems = []
        self.layers = self.uses(text, "COMITY_LAYERS")
        self.apps = self.uses(text, "COMITY_APPS")
        self.libraries = []  # (how the include begins, who may include it)
        for row in self.rows(text, "COMITY_LIBRARIES"):
            match = re.fullmatch(r"(\S+): (\S+): (.*)", row)
            self.libraries.append((match.group(1), set(match.group(3).split())))
        above = set()
        for layer, used in self.layers.items():
            for name in sorted(used - above):
                self.problems.append(f"cmake/layers.cmake: {layer} names {name}, which does not stand above it")
            above.add(layer)
        for app, used in self.apps.items():
            for name in sorted(used - above - {"cli"}):  # programs of single verbs share the way of the first one
                self.problems.append(f"cmake/layers.cmake: {app} names {name}, which is no layer")

    @staticmethod
    def rows(text, table):
        match = re.search(r"set\(" + table + r"\s+(.*?)\n\)", text, re.S)
        if not match:
            sys.exit(f"cmake/layers.cmake: the table {table} is missing")
        return re.findall(r'"([^"]*)"', match.group(1))

    def uses(self, text, table):
        split = (row.partition(":") for row in self.rows(text, table))
        return {name.strip(): set(rest.split()) for name, _, rest in split}


def check_include(tables, root, path, owner, allowed, quote, name):
    """What is wrong with one include, or None."""
    if quote == "<":
        for begins, users in tables.libraries:
            if name.startswith(begins) and owner not in users:
                return f"{owner} may not include <{name}>: only {', '.join(sorted(users))} may"
        return None
    if ".." in name.split("/"):
        return f'"{name}": includes are written from src/ or apps/, without ..'
    first = name.split("/")[0]
    if "/" not in name:
        return f'"{name}": includes are written in full, "{owner}/{name}"'
    place = "apps" if first in tables.apps else "src"
    if first not in tables.layers and first not in tables.apps:
        return f'"{name}": there is no layer {first} in cmake/layers.cmake'
    if first != owner and first not in allowed:
        return f'"{name}": {owner} may not use {first}'
    if not os.path.exists(os.path.join(root, place, name)):
        return f'"{name}": there is no such file'
    return None


def check_file(tables, root, path, owner, allowed):
    findings = []
    with open(os.path.join(root, path), encoding="utf-8") as file:
        lines = file.read().splitlines()
    if len(lines) > MAX_LINES:
        findings.append(f"{path}:{MAX_LINES + 1}: {len(lines)} lines; a file of more than {MAX_LINES} is two things")
    if path.endswith(".h") and not any(line.strip() == "#pragma once" for line in lines):
        findings.append(f"{path}:1: #pragma once is missing")
    for number, line in enumerate(lines, 1):
        match = INCLUDE.match(line)
        if match:
            problem = check_include(tables, root, path, owner, allowed, *match.groups())
            if problem:
                findings.append(f"{path}:{number}: {problem}")
    return findings


def main():
    root = sys.argv[1] if len(sys.argv) > 1 else os.path.join(os.path.dirname(os.path.abspath(__file__)), "../..")
    tables = Tables(os.path.join(root, "cmake/layers.cmake"))
    findings = list(tables.problems)
    passed, failed = (0, 1) if findings else (1, 0)
    for place, owners in (("src", tables.layers), ("apps", tables.apps)):
        for folder, _, names in sorted(os.walk(os.path.join(root, place))):
            inside = os.path.relpath(folder, os.path.join(root, place))
            owner = inside.split(os.sep)[0]
            for name in sorted(names):
                if not name.endswith(SOURCES):
                    continue
                path = os.path.normpath(os.path.join(place, inside, name))
                if owner not in owners:
                    found = [f"{path}:1: {place}/{owner} has no row in cmake/layers.cmake"]
                else:
                    found = check_file(tables, root, path, owner, owners[owner])
                findings += found
                passed, failed = (passed, failed + 1) if found else (passed + 1, failed)
    for finding in findings:
        print(finding)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
