"""Runs what the guides tell their readers to type, page by page, in an empty folder with an installed gnlc: `make guides`.

    python3 Tests/Scripts/documented-commands.py .build/debug/gnlc [--keep FOLDER] [PAGE …]

Of a page these fenced blocks count, in their order, in one shell:

    ```sh                        typed by the reader; the first command that fails fails the page
    ```yaml file=PATH            (or csv, swift, …) what the reader writes into a file
    ```sql in=DATABASE           a query; it must give a row
    ```python                    a program
    ```text                      what the block above printed: each line, `…` standing for anything
    ```swift of=PATH             a part of a file of this repository, which says the same

A command that ends with another code than 0 says so: `gnlc check sent.csv   # exits 65`. What the reader does by hand between two
blocks stands in a comment that is not shown: `<!-- by hand` … `-->`, each line a command. `make` is replaced by a look whether the
repository has that verb.
"""

import argparse
import concurrent.futures
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent.parent
# The day on which all pages play: their rounds are open.
DAY = str(1790208000)  # 2026-09-24
FENCE = re.compile(r"^(?P<indent> *)```(?P<words>.*)$")
EXITS = re.compile(r"\s*#.*\bexits (?P<code>[0-9]+)\b.*$")
QUERY = """
import sqlite3, sys
rows = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True).execute(sys.stdin.read()).fetchall()
for row in rows: print("|".join("" if value is None else str(value) for value in row))
sys.exit(0 if rows else "the query gives no row")
"""


class Block:
    def __init__(self, kind, settings, line):
        self.kind, self.settings, self.line, self.lines = kind, settings, line, []


def blocks(text):
    """The fenced blocks and the comments for what is done by hand, with the numbers of their lines."""
    found, block, indent = [], None, 0
    for number, line in enumerate(text.split("\n"), start=1):
        fence = FENCE.match(line)
        if block is None and fence:
            indent = len(fence["indent"])
            kind, *settings = fence["words"].split() or [""]
            block = Block(kind, dict(word.split("=", 1) for word in settings if "=" in word), number)
        elif block is None and line == "<!-- by hand":
            block, indent = Block("by hand", {}, number), 0
        elif block is not None and (line == "-->" if block.kind == "by hand" else fence and not fence["words"]):
            found.append(block)
            block = None
        elif block is not None:
            block.lines.append(line[indent:])
    return found


def commands(lines):
    """Whole commands: a line that ends with a backslash goes on, and so does a here-document."""
    command, end = [], None
    for line in lines:
        command.append(line)
        if end is None and (document := re.search(r"<<'(\w+)'", line)):
            end = document[1]
        elif end == line:
            end = None
        if end is None and not line.endswith("\\"):
            yield "\n".join(command)
            command = []


def shell(block, number):
    """The block as lines of the page's script, and the file with what it prints."""
    if block.kind in ("sh", "by hand"):
        for command in commands(block.lines):
            if not command.strip() or command.lstrip().startswith("#"):
                continue
            exits = EXITS.search(command)
            # Grouped, so that a command may change the folder, and kept from ending the script by itself.
            yield f"echo {block.line}: {quoted(command)} >>\"$TRACE\""
            yield f"code=0; {{ {command[: exits.start()] if exits else command}\n}} || code=$?"
            wanted = exits["code"] if exits else "0"
            yield f"[ $code = {wanted} ] || {{ echo \"exits $code, not {wanted}\" >&2; exit 1; }}"
    elif "file" in block.settings:
        path = block.settings["file"]
        yield f"echo {block.line}: writes {path} >>\"$TRACE\""
        yield f"mkdir -p \"$(dirname {path})\"; cat >{path} <<'END_OF_FILE'"
        yield from block.lines
        yield "END_OF_FILE"
    elif block.kind in ("sql", "python"):
        yield f"echo {block.line}: {block.kind} >>\"$TRACE\""
        yield f"\"$PYTHON\" {quoted('-c') + ' ' + quoted(QUERY) + ' ' + quoted(block.settings['in']) if block.kind == 'sql' else '-'} <<'END_OF_FILE'"
        yield from block.lines
        yield "END_OF_FILE"


def quoted(text):
    return "'" + text.replace("'", "'\\''") + "'"


def script(found):
    lines = ["set -eu"]
    for number, block in enumerate(found):
        body = list(shell(block, number))
        if body:
            lines += ["{", *body, f"}} >\"$OUTPUT/{number}\" 2>&1"]
    return "\n".join(lines) + "\n"


def unprinted(found, output):
    """The lines of ```text blocks that the block above did not print."""
    for number, block in enumerate(found):
        if block.kind != "text" or number == 0 or found[number - 1].kind not in ("sh", "sql", "python"):
            continue
        path = output / str(number - 1)
        printed = path.read_text(encoding="utf-8") if path.exists() else ""
        for line in block.lines:
            pattern = r"\s+".join(".*".join(re.escape(part) for part in word.split("…")) for word in line.split())
            if not re.search(pattern, printed):
                yield f"line {block.line}: was not printed: {line}"


def unlike(found):
    """Blocks that are not what the file that they quote says."""
    for block in found:
        if "of" in block.settings and "\n".join(block.lines) not in (REPOSITORY / block.settings["of"]).read_text(encoding="utf-8"):
            yield f"line {block.line}: is not what {block.settings['of']} says"


def install(gnlc, folder):
    """gnlc as `make install` puts it, and a `make` that only looks for its verbs."""
    (folder / "bin").mkdir()
    (folder / "share/gnlc").mkdir(parents=True)
    try:
        os.link(gnlc, folder / "bin/gnlc")
    except OSError:
        shutil.copy2(gnlc, folder / "bin/gnlc")
    (folder / "share/gnlc/Indicators").symlink_to(REPOSITORY / "Indicators")
    make = folder / "bin/make"
    make.write_text(f'#!/bin/sh\nexec /usr/bin/make -C {REPOSITORY} -n "$@" >/dev/null\n')
    make.chmod(0o755)


def check(page, folder, installed):
    """What is wrong with a page, as text; empty where nothing is."""
    found = blocks(page.read_text(encoding="utf-8"))
    work, output, trace = folder / "work", folder / "output", folder / "trace"
    work.mkdir(parents=True)
    output.mkdir()
    trace.touch()
    environment = {
        "PATH": f"{installed}/bin:/usr/bin:/bin", "HOME": str(folder), "LANG": "C.UTF-8", "SOURCE_DATE_EPOCH": DAY, "PYTHON": sys.executable,
        "TRACE": str(trace), "OUTPUT": str(output), "REPOSITORY": str(REPOSITORY), "LD_LIBRARY_PATH": os.environ.get("LD_LIBRARY_PATH", ""),
    }
    result = subprocess.run(["sh", "-c", script(found)], cwd=work, env=environment, capture_output=True, text=True)
    traced = trace.read_text(encoding="utf-8").splitlines()
    if result.returncode:
        said = sorted(output.iterdir(), key=lambda path: int(path.name))
        last = said[-1].read_text(encoding="utf-8", errors="replace")[-1500:] if said else ""
        return len(traced), f"line {traced[-1] if traced else '?'}\n{last}{result.stderr}"
    return len(traced), "\n".join([*unlike(found), *unprinted(found, output)])


def pages():
    """Every page of ours that shows commands."""
    names = subprocess.run(["git", "-C", str(REPOSITORY), "ls-files", "*.md"], capture_output=True, text=True).stdout.split("\n")
    candidates = [REPOSITORY / name for name in names if name]
    if not candidates:
        candidates = [*REPOSITORY.glob("*.md"), *REPOSITORY.glob("Documentation/**/*.md")]
    # Packages of their own have commands of their own; UnattendedTests and the tests of the warehouse run their pages.
    apart = ("Benchmarks/", "Fuzzing/", "Documentation/unattended.md", "Documentation/warehouse.md", "CONTRIBUTING.md")
    return [page for page in candidates if not str(page.relative_to(REPOSITORY)).startswith(apart) and "```sh" in page.read_text(encoding="utf-8")]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("gnlc", type=Path)
    parser.add_argument("pages", nargs="*", type=Path)
    parser.add_argument("--keep", type=Path)
    arguments = parser.parse_args()
    wanted = [page.resolve() for page in arguments.pages] or pages()
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as scratch:
        folder = arguments.keep.resolve() if arguments.keep else Path(scratch)
        installed = folder / "installed"
        installed.mkdir(parents=True)
        install(arguments.gnlc.resolve(), installed)
        with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
            outcomes = list(pool.map(lambda page: check(page, folder / page.stem, installed), wanted))
    failed = 0
    for page, (count, trouble) in zip(wanted, outcomes):
        print(f"{'FAILED' if trouble else 'ok':<6} {page.relative_to(REPOSITORY)}  {count} steps")
        if trouble:
            failed += 1
            print("       " + trouble.replace("\n", "\n       "))
    print(f"{len(wanted)} pages, {sum(count for count, _ in outcomes)} steps, {time.monotonic() - started:.1f} s")
    sys.exit(1 if failed else 0)


main()
