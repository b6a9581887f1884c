"""Builds the documentation of the modules with DocC from what the debug build left, and looks whether it is whole: `make docs`.

    python3 Tests/Scripts/module-documentation.py .build/debug OUTPUT

Every module has a page that says what comes in, what goes out and what it must not know; every public type and function says what it is for;
DocC has nothing to complain of. Members whose name says all (`city`, `init(id:)`, `case male`) need no words.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent.parent
# Executables have no symbols that another module sees; their page stands for itself.
EXECUTABLES = {"gnlc", "GenerateReference"}
SPEAKING = {"class", "enum", "func", "method", "protocol", "struct", "subscript", "type.method", "typealias"}
# What a protocol of the standard library says already.
INHERITED = {"next()", "hash(into:)", "encode(to:)"}
# We say of a function what its name does not, and so of some parameters and not of others.
CHOSEN = re.compile(r"warning: Parameter '.*' is missing documentation")
QUESTIONS = ("What comes in:", "What goes out:", "What it must not know:")


def includes(build):
    """Where the C modules are that a Swift module was built with."""
    checkouts = build.resolve().parent
    while not (checkouts / "checkouts").is_dir() and checkouts != checkouts.parent:
        checkouts = checkouts.parent
    foreign = sorted((checkouts / "checkouts").glob("*/Sources/*/include")) + sorted((checkouts / "checkouts").glob("*/Sources/GRDBSQLite"))
    for folder in foreign + sorted(REPOSITORY.glob("Sources/C*")):
        if (folder / "module.modulemap").exists():
            yield from ("-I", str(folder))


def symbols(module, build, folder):
    """The symbol graph of a module's public symbols."""
    folder.mkdir(parents=True, exist_ok=True)
    target = json.loads(subprocess.run(["swift", "-print-target-info"], capture_output=True, text=True, check=True).stdout)["target"]["triple"]
    command = ["swift-symbolgraph-extract", "-module-name", module, "-target", target, "-I", str(build / "Modules"), *includes(build)]
    command += ["-minimum-access-level", "public", "-skip-inherited-docs", "-skip-synthesized-members", "-output-dir", str(folder)]
    result = subprocess.run(command, capture_output=True, text=True)
    if result.returncode:
        sys.exit(f"{module}: no symbols: {result.stderr[-500:]}\nBuild the tests first: make test")
    return json.loads((folder / f"{module}.symbols.json").read_text(encoding="utf-8"))["symbols"]


def silent(found):
    """Public types and functions without a word about them."""
    for symbol in found:
        kind = symbol["kind"]["identifier"].removeprefix("swift.")
        if kind in SPEAKING and "docComment" not in symbol and symbol["pathComponents"][-1] not in INHERITED:
            place = symbol.get("location", {})
            line = place.get("position", {}).get("line", 0) + 1
            yield f"{place.get('uri', '').split('/Sources/')[-1]}:{line}: {'.'.join(symbol['pathComponents'])} has no comment"


def complaints(text):
    """DocC's warnings and errors, each with its first lines."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if line.startswith(("warning:", "error:")) and not CHOSEN.match(line):
            yield " ".join(part.strip() for part in lines[number : number + 2])


def main():
    build, output = Path(sys.argv[1]), Path(sys.argv[2])
    output.mkdir(parents=True, exist_ok=True)
    modules = sorted(path.name for path in (REPOSITORY / "Sources").iterdir() if not (path / "module.modulemap").exists())
    wrong, spoken = [], 0
    for module in modules:
        page = REPOSITORY / f"Sources/{module}/{module}.docc/{module}.md"
        text = page.read_text(encoding="utf-8") if page.exists() else ""
        wrong += [f"Sources/{module}: its page does not say “{question}”" for question in QUESTIONS if question not in " ".join(text.split())]
        if module in EXECUTABLES:
            continue
        graph = output / "symbols" / module
        found = symbols(module, build, graph)
        spoken += sum("docComment" in symbol for symbol in found)
        wrong += silent(found)
        command = ["docc", "convert", str(page.parent), "--fallback-display-name", module, "--fallback-bundle-identifier", f"gnlc.{module}"]
        command += ["--additional-symbol-graph-dir", str(graph), "--output-path", str(output / f"{module}.doccarchive")]
        result = subprocess.run(command, capture_output=True, text=True)
        wrong += [f"{module}: {complaint}" for complaint in complaints(result.stderr + result.stdout)]
    for line in wrong:
        print(line)
    print(f"{len(modules)} modules, {spoken} symbols with comments, {len(wrong)} faults; the pages are in {output}")
    sys.exit(1 if wrong else 0)


main()
