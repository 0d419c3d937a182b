"""The documentation as data: pages, fenced blocks, links. Read by tests/docs/run.py."""
import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FENCE = re.compile(r"^(`{3,})([^`\n]*)\n(.*?)^\1[ \t]*$", re.M | re.S)
LINK = re.compile(r"(?<!!)\[[^\]\n]*\]\(([^)\s]+)\)")


@dataclass
class Block:
    info: str   # what stands behind the opening fence
    text: str
    start: int  # offsets of the text inside the page
    end: int

    @property
    def file(self):
        """The path of `law file=PATH` and its like; case.yaml for `yaml case`."""
        if self.info == "yaml case":
            return "case.yaml"
        found = re.search(r"\bfile=(\S+)", self.info)
        return found.group(1) if found else None


    @property
    def rows(self):
        """The table of `csv rows=PATH`: lines to add at its end."""
        found = re.search(r"\brows=(\S+)", self.info)
        return found.group(1) if found else None


def blocks(text):
    return [Block(m.group(2).strip(), m.group(3), m.start(3), m.end(3)) for m in FENCE.finditer(text)]


def without_blocks(text):
    return re.sub(r"`[^`\n]*`", "", FENCE.sub("", text))


def links(text):
    return LINK.findall(without_blocks(text))


def anchor(heading):
    """The anchor a reader's Markdown viewer gives a heading."""
    words = re.sub(r"[^\w\- ]", "", heading.strip().lower())
    return words.replace(" ", "-")


def anchors(text):
    return {anchor(h) for h in re.findall(r"^#+ +(.*)$", FENCE.sub("", text), re.M)}


def documents():
    return sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def catalogue():
    """Number -> title of every diagnostic."""
    text = (ROOT / "src/diag/catalogue.def").read_text(encoding="utf-8")
    return {int(n): title for n, title in re.findall(r'COMITY_DIAGNOSTIC\((\d+), \w+, "(.*)", ".*"\)', text)}
