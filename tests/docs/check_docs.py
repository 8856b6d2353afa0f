#!/usr/bin/env python3
"""Runs what the documentation shows.

    check_docs.py GREFFIER [--write] [FILE.md ...]

In every ```console block, a line `$ greffier …` is run in the project's folder, and what stands below it must be what the
program prints. A line `…` stands for any lines. Files named in `backticks` with a slash must exist. --write puts the real
output in place of what was shown, up to the first `…`.
"""
import argparse
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
DOCS = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", *sorted(str(p.relative_to(ROOT)) for p in ROOT.glob("docs/**/*.md"))]


def run(program, command):
    folder = str(pathlib.Path(program).resolve().parent)
    environment = {**os.environ, "PATH": folder + os.pathsep + os.environ["PATH"], "NO_COLOR": "1", "COLUMNS": "100", "LC_ALL": "C.UTF-8"}
    environment.pop("GREFFIER_PACKS", None)
    done = subprocess.run(command, shell=True, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, encoding="utf-8")
    return done.stdout.rstrip("\n").splitlines()


def same(shown, real):
    """Whether the shown lines fit the real ones, `…` standing for any number of lines."""
    if "…" not in shown:
        return [x.rstrip() for x in shown] == [x.rstrip() for x in real]
    at = shown.index("…")
    if [x.rstrip() for x in shown[:at]] != [x.rstrip() for x in real[:at]]:
        return False
    rest = shown[at + 1:]
    return any(same(rest, real[i:]) for i in range(at, len(real) + 1))


def blocks(lines):
    """(first line of output, end, command) of each command in a console block."""
    inside, start, command = False, 0, None
    for i, line in enumerate(lines + ["```"]):
        closing = inside and line.startswith("```")
        if inside and command is not None and (closing or line.startswith("$ ")):
            yield start, i, command
            command = None
        if closing:
            inside = False
        elif line.startswith("```console"):
            inside = True
        elif inside and line.startswith("$ greffier"):
            start, command = i + 1, line[2:]


def check(program, name, write):
    path = ROOT / name
    lines = path.read_text(encoding="utf-8").splitlines()
    wrong = []
    for start, end, command in reversed(list(blocks(lines))):
        shown, real = lines[start:end], run(program, command)
        if same(shown, real):
            continue
        if write:
            lines[start:end] = real[:shown.index("…")] + ["…"] if "…" in shown else real
        else:
            wrong.append(f"{name}:{start}: `{command}` prints something else; it begins: {real[:3]}")
    if write:
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    for word in re.findall(r"`([\w.-]+/[\w./*-]+)`", "\n".join(lines)):
        example = "*" in word or re.search(r"LANG|NAME", word) or word.startswith(("build/", "../"))
        if not example and not any((base / word).exists() for base in (ROOT, ROOT / "packs" / "fr")):
            wrong.append(f"{name}: there is no `{word}`")
    return wrong


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("program", metavar="GREFFIER")
    options.add_argument("files", nargs="*", default=DOCS)
    options.add_argument("--write", action="store_true")
    chosen = options.parse_args()
    wrong = [w for name in chosen.files for w in check(chosen.program, name, chosen.write)]
    print("\n".join(wrong) or f"{len(chosen.files)} pages say what is so")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
