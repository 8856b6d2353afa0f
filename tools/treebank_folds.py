#!/usr/bin/env python3
"""Score the French grammar on UD French GSD dev by folds, from raw text, since that treebank is trained on.

    treebank_folds.py GREFFIER [--shared DIR] [--runs N]

For each fifth: sentence ends, contractions, tags, features and trees are trained on Sequoia train, FIB, the other four fifths
(and FQB where the pack uses it) by the commands of packs/fr/SOURCES.md, in a copy of the pack, and the fifth is read as raw
text. The lexicon is the pack's own and has seen the forms of GSD dev. Minutes on one core. Standard library only.
"""
import argparse
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
FOLDS = 5


def run(*command):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, encoding="utf-8")
    if done.returncode:
        sys.exit(f"treebank_folds: {done.stderr.strip()}")
    return done.stdout


def write(path, text):
    path.write_text(text, encoding="utf-8")
    return path


def train(program, treebanks, rest, folder, runs):
    sequoia, fib, fqb = (treebanks / name for name in ("fr_sequoia-ud-train.conllu", "fib-gsd-new.conllu", "fr_fqb-ud-test.conllu"))
    files, pack = [sequoia, rest, fib], ["--pack", folder / "packs" / "fr"]
    shutil.rmtree(folder / "packs", ignore_errors=True)
    shutil.copytree(ROOT / "packs" / "fr", folder / "packs" / "fr")
    run(program, "train", "sentences", *files, *pack, "--rounds", 8, "--smallest", 1)
    run(program, "train", "contractions", *files, fqb, *pack, "--rounds", 6, "--smallest", 1)
    for what in ("tags", "features"):
        run(program, "train", what, *files, fqb, *pack, "--runs", runs, "--smallest", 10)
    inversions = write(folder / "inversions.conllu", run(sys.executable, ROOT / "tools" / "make_inversions.py", sequoia, rest))
    run(program, "train", "parser", *files, inversions, *pack, "--runs", runs, "--rounds", 8, "--smallest", 16, "--seed", 3)


def fold(program, shared, sentences, k, folder, runs):
    """Gold and answer of fold k, as CoNLL-U."""
    begin, end = len(sentences) * k // FOLDS, len(sentences) * (k + 1) // FOLDS
    left = write(folder / "left.conllu", "\n\n".join(sentences[begin:end]) + "\n\n")
    rest = write(folder / "rest.conllu", "\n\n".join(sentences[:begin] + sentences[end:]) + "\n\n")
    train(program, shared / "data" / "ud-fr", rest, folder, runs)
    raw = write(folder / "left.txt", run(sys.executable, shared / "eval" / "conll_score.py", "--text", left))
    return left.read_text(encoding="utf-8"), run(program, "parse", "--packs", folder / "packs", raw, "--quiet")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("program", metavar="GREFFIER")
    options.add_argument("--shared", type=pathlib.Path, default=ROOT.parent / "shared")
    options.add_argument("--runs", type=int, default=3)
    chosen = options.parse_args()
    text = (chosen.shared / "data" / "ud-fr" / "fr_gsd-ud-dev.conllu").read_text(encoding="utf-8")
    sentences = [block for block in text.split("\n\n") if block.strip()]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        parts = [fold(chosen.program, chosen.shared, sentences, k, folder, chosen.runs) for k in range(FOLDS)]
        gold, answer = (write(folder / f, "".join(p[i] for p in parts)) for i, f in ((0, "gold.conllu"), (1, "answer.conllu")))
        print(run(sys.executable, chosen.shared / "eval" / "conll_score.py", gold, answer), end="")


if __name__ == "__main__":
    main()
