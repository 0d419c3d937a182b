"""Tests of the documentation. Ends with "N passed, N failed".

What needs no program always runs. With COMITY set (the built program; lawc and comity.pack lie beside it) the examples
of docs/errors/, the excerpt in README.md and the verbs of --help are compared with what the program really says.
--update rewrites expected lines and the excerpt from the program instead of comparing.
"""
import difflib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import pages  # noqa: E402

ROOT = pages.ROOT
UPDATE = "--update" in sys.argv
COMITY = os.environ.get("COMITY")
FINDING = re.compile(r"\b(?:error|warning) (\d{4})\b")
NO_EXAMPLE = "No example is run for this code:"

passed, failures = 0, []


def check(name, problem):
    """Counts one test; `problem` is empty when it passed."""
    global passed
    if problem:
        failures.append(f"{name}: {problem}")
    else:
        passed += 1


# ---- without the program


def every_diagnostic_has_a_page():
    for number, title in pages.catalogue().items():
        page = ROOT / f"docs/errors/{number}.md"
        if not page.exists():
            check(f"{number} has a page", "there is none")
            continue
        text = page.read_text(encoding="utf-8")
        problem = ""
        if not text.startswith(f"# {number}: {title}\n"):
            problem = "its heading is not the catalogue's title"
        elif "\n## What to do\n" not in text:
            problem = "it does not say what to do"
        elif NO_EXAMPLE not in text and not any(b.info == "text" for b in pages.blocks(text)):
            problem = "it has no example"
        check(f"{number} has a page", problem)


def every_page_has_a_diagnostic():
    known = pages.catalogue()
    for page in (ROOT / "docs/errors").glob("*.md"):
        if page.stem != "README":
            check(f"docs/errors/{page.name}", "" if page.stem.isdigit() and int(page.stem) in known else "no such code")


def links_resolve():
    for document in pages.documents():
        text = document.read_text(encoding="utf-8")
        broken = []
        for link in pages.links(text):
            if re.match(r"[a-z]+:", link):
                continue
            path, _, anchor = link.partition("#")
            target = (document.parent / path) if path else document
            if not target.exists():
                broken.append(link)
            elif anchor and target.suffix == ".md" and anchor not in pages.anchors(target.read_text(encoding="utf-8")):
                broken.append(link)
        check(f"links of {document.relative_to(ROOT)}", "broken: " + ", ".join(broken) if broken else "")


def decisions_are_listed():
    listed = (ROOT / "docs/decisions/README.md").read_text(encoding="utf-8")
    for record in (ROOT / "docs/decisions").glob("0*.md"):
        check(f"docs/decisions/{record.name} is listed", "" if f"({record.name})" in listed else "it is not")


def layers_are_explained():
    table = (ROOT / "cmake/layers.cmake").read_text(encoding="utf-8")
    table = re.search(r"set\(COMITY_LAYERS\n(.*?)\n\)", table, re.S).group(1)
    text = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    for layer in re.findall(r'^  "(\w+): ?[a-z ]*"$', table, re.M):
        check(f"architecture explains {layer}", "" if f"`{layer}`" in text else "it does not")


# ---- with the program


class Program:
    """The built program with its neighbours, callable from a folder of its own."""

    def __init__(self, comity):
        self.comity = Path(comity).resolve()
        self.lawc = self.comity.parent / "lawc"
        self.pack = self.comity.parent / "comity.pack"
        environment = {k: v for k, v in os.environ.items() if not k.startswith("COMITY")}
        environment.update(PATH=f"{self.comity.parent}:{environment.get('PATH', '')}", NO_COLOR="1", LC_ALL="C.UTF-8",
                           COMITY_PACK=str(self.pack))
        self.environment = environment

    def shell(self, command, folder):
        done = subprocess.run(["sh", "-c", command], cwd=folder, env=self.environment, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120)
        return done.returncode, done.stdout.decode("utf-8", "replace")


def write(folder, blocks):
    for block in blocks:
        if block.file:
            path = Path(folder) / block.file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.text, encoding="utf-8")


def lay_out(folder, blocks):
    """The files of an example, in a small law base where it brings law of its own."""
    write(folder, pages.blocks((ROOT / "docs/errors/README.md").read_text(encoding="utf-8")))
    shutil.copytree(ROOT / "law/shared", Path(folder) / "law/shared")
    write(folder, blocks)


def run_example(program, page):
    """Status and output of a page's commands on its files."""
    blocks = pages.blocks(page.read_text(encoding="utf-8"))
    command = "\n".join(b.text for b in blocks if b.info == "sh")
    with tempfile.TemporaryDirectory() as folder:
        lay_out(folder, blocks)
        return program.shell(command, folder)


def problem_of_example(number, expected, status, output):
    """Empty when the output has the expected line, and names no other finding before it."""
    lines = output.splitlines()
    if status not in (0, 1, 2, 3):  # 0: a warning, or what is shown and fails nothing
        return f"exit status {status}:\n{output[:600]}"
    first = next((line for line in lines if FINDING.search(line)), "")
    if first and int(FINDING.search(first).group(1)) != number:
        return f"another finding comes first:\n{output[:600]}"
    if expected not in lines:
        return f"expected\n  {expected}\nfound\n{output[:600]}"
    return ""


def examples_of_errors(program):
    for number in pages.catalogue():
        page = ROOT / f"docs/errors/{number}.md"
        if not page.exists() or NO_EXAMPLE in page.read_text(encoding="utf-8"):
            continue
        text = page.read_text(encoding="utf-8")
        block = next(b for b in pages.blocks(text) if b.info == "text")
        status, output = run_example(program, page)
        expected = block.text.rstrip("\n")
        if UPDATE:
            line = next((l for l in output.splitlines() if (m := FINDING.search(l)) and int(m.group(1)) == number), "")
            if line and line != expected:
                page.write_text(text[: block.start] + line + "\n" + text[block.end:], encoding="utf-8")
                expected = line
        check(f"example of {number}", problem_of_example(number, expected, status, output))


def guide_runs(program):
    """The files of docs/model-a-law.md, and each of its `sh run` blocks, which must succeed."""
    blocks = pages.blocks((ROOT / "docs/model-a-law.md").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "law/shared", Path(folder) / "law/shared")
        write(folder, blocks)
        for block in blocks:
            if block.info == "sh run":
                status, output = program.shell(block.text, folder)
                check(f"model-a-law: {block.text.strip()}", f"status {status}:\n{output[:1500]}" if status else "")


def country_is_added(program):
    """docs/add-a-country.md from top to bottom: files are written and rows added where they stand, commands must succeed."""
    with tempfile.TemporaryDirectory() as folder:
        for part in ("law", "examples"):
            shutil.copytree(ROOT / part, Path(folder) / part)
        for block in pages.blocks((ROOT / "docs/add-a-country.md").read_text(encoding="utf-8")):
            write(folder, [block])
            if block.rows:
                with open(Path(folder) / block.rows, "a", encoding="utf-8") as table:
                    table.write(block.text)
            if block.info == "sh run":
                status, output = program.shell(block.text, folder)
                check(f"add-a-country: {block.text.strip()}", f"status {status}:\n{output[:1500]}" if status else "")
                if "comity test cases" in block.text:
                    check("add-a-country: the decision changed the law", "" if "1 changed the law" in output else output[:1500])
                if "comity lint" in block.text:
                    check("add-a-country: nothing is found", "" if output == "nothing about QM\n" else output[:1500])


def first_run_runs(program):
    """Each command that docs/first-run.md gives for a case of one's own, on a copy of the example."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "examples", Path(folder) / "examples")
        shutil.copy(ROOT / "examples/moscow-2018.yaml", Path(folder) / "mine.yaml")
        for block in pages.blocks((ROOT / "docs/first-run.md").read_text(encoding="utf-8")):
            for line in block.text.splitlines() if block.info == "sh" else []:
                if line.startswith("./comity "):
                    status, output = program.shell(line.removeprefix("./"), folder)
                    check(f"first-run: {line}", f"status {status}:\n{output[:600]}" if status else "")


def verbs_of(program):
    _, output = program.shell("comity --help", ROOT)
    section = output[re.search(r"^subcommands:$", output, re.M | re.I).end():]
    return re.findall(r"^  ([a-z]+) ", section, re.M)


def verbs_are_documented(program):
    man = (ROOT / "docs/man/comity.1").read_text(encoding="utf-8")
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    verbs = verbs_of(program)
    check("--help lists verbs", "" if len(verbs) > 3 else f"found {verbs}")
    for verb in verbs:
        check(f"man page: {verb}", "" if f".SS {verb}\n" in man else "no section of that name")
        check(f"README: {verb}", "" if f"`{verb}`" in readme else "not mentioned")
        _, help_text = program.shell(f"comity {verb} --help", ROOT)
        for option in re.findall(r"^  (--[a-z-]+)", help_text, re.M):
            named = f"\\-\\-{option[2:]}" in man.replace("\\-", "-").replace("--", "\\-\\-") or option in man.replace("\\-", "-")
            check(f"man page: {verb} {option}", "" if named else "not documented")
    for verb in re.findall(r"^\.SS ([a-z]+)$", man, re.M):
        check(f"man page's {verb} is a verb", "" if verb in verbs else "--help does not list it")


def excerpt_of(lines, wanted):
    """The wanted lines as they stand in `lines`, in order: each itself or the nearest after the one before; and which
    were not there as wanted."""
    at, found, missing = 0, [], []
    for line in wanted:
        if line.strip() in ("…", ""):
            found.append(line)
            continue
        if line not in lines[at:]:
            missing.append(line)
            near = difflib.get_close_matches(line, lines[at:], 1, 0.3)
            if not near:
                continue
            line = near[0]
        at = lines.index(line, at) + 1
        found.append(line)
    return found, missing


def readme_excerpt_is_real(program):
    """README's block `text from: COMMAND` holds lines of that command's output, in order; a line of … leaves some out."""
    readme = ROOT / "README.md"
    text = readme.read_text(encoding="utf-8")
    for block in pages.blocks(text):
        if not block.info.startswith("text from: "):
            continue
        command = block.info.removeprefix("text from: ").replace("./comity", "comity")
        status, output = program.shell(command, ROOT)
        found, missing = excerpt_of(output.splitlines(), block.text.splitlines())
        if UPDATE and missing and not status:
            readme.write_text(text[: block.start] + "\n".join(found) + "\n" + text[block.end:], encoding="utf-8")
            missing = []
        check(f"README excerpt of `{command}`", f"status {status}; not printed there: {missing}" if missing or status else "")


def main():
    every_diagnostic_has_a_page()
    every_page_has_a_diagnostic()
    links_resolve()
    decisions_are_listed()
    layers_are_explained()
    if COMITY:
        program = Program(COMITY)
        verbs_are_documented(program)
        readme_excerpt_is_real(program)
        first_run_runs(program)
        guide_runs(program)
        country_is_added(program)
        examples_of_errors(program)
    for failure in failures:
        print("FAIL", failure)
    print(f"{passed} passed, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
