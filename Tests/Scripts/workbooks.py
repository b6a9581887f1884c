"""Opens every workbook of a round as its readers' programs would and says what is wrong with it: the package by the rules of ECMA-376,
tables, names, links and formulas by openpyxl, and LibreOffice opens it. Prints one Markdown table; exits 1 where anything is wrong.

    python3 Tests/Scripts/workbooks.py .build/debug/gnlc [--release FOLDER] [--audit openxml-audit]

Needs openpyxl, and soffice of libreoffice-calc-nogui (`make setup-tests`); what is missing is skipped with a word. `openxml-audit` (pip)
checks against the schemas of the standard. Without --release, a round of fictional cities is made and run, with its templates.
"""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

try:
    import openpyxl
    from openpyxl.formula import Tokenizer
except ImportError:
    print("skipped: workbooks were not opened, openpyxl is not installed (make setup-tests)")
    sys.exit(0)

import damage
import office
from package_rules import package_faults, sheet_faults

HERE = Path(__file__).resolve().parent
# All that our formulas use; each program has them.
FUNCTIONS = {"ABS", "AND", "COUNTIF", "IF", "IFERROR", "ISBLANK", "ISNUMBER", "LEFT", "LN", "MAX", "MIN", "NOT", "OR", "ROUND", "SUM",
             "SUMPRODUCT"}


def run(*command, accepted=(0, 65)):
    result = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    if result.returncode not in accepted:
        sys.exit(f"{' '.join(map(str, command))} failed ({result.returncode}):\n{result.stdout[-2000:]}{result.stderr[-2000:]}")
    return result.stdout


def release(gnlc, folder):
    """The reports of a round of twelve fictional cities, and the forms that they were asked to fill in."""
    run(gnlc, "demo", "--out", folder / "ws", "--cities", 12, "--years", 3, "--rounds", 2, "--corrections")
    run(gnlc, "run", "--workspace", folder / "ws", "--as-of", "2026-11-22")
    shown = sorted((folder / "ws/Reports/demo").glob("2*/datapackage.json"))[-1].parent
    run(gnlc, "template", f"demo/{shown.name}", "--all", "--workspace", folder / "ws", "--out", folder / "templates")
    cards = sorted((shown / "cities").glob("*.xlsx"))
    city = re.sub(r"-\d{4}.*", "", cards[0].name)
    run(gnlc, "what-if", city, "--round", f"demo/{shown.name}", "--workspace", folder / "ws", "--language", "th", "--out",
        folder / "templates/what-if.xlsx")
    return [shown, folder / "templates"]


def formula_faults(formula):
    """A formula's own faults: what no program has, and parentheses that do not match."""
    depth = 0
    for token in Tokenizer(formula if formula.startswith("=") else "=" + formula).items:
        if token.type == "FUNC" and token.subtype == "OPEN":
            depth += 1
            if token.value.rstrip("(").upper() not in FUNCTIONS:
                yield f"the function {token.value.rstrip('(')} is in no list"
        elif token.type == "PAREN":
            depth += 1 if token.subtype == "OPEN" else -1
        elif token.type == "FUNC":
            depth -= 1
        elif token.type == "OPERAND" and token.subtype == "ERROR":
            yield f"{token.value} in a formula"
    if depth:
        yield "parentheses do not match"


def book_faults(path, counts):
    """What openpyxl finds in tables, names, links and formulas."""
    book = openpyxl.load_workbook(path)
    faults, tables = [], set()
    for name, defined in book.defined_names.items() if hasattr(book.defined_names, "items") else ():
        counts["names"] += 1
        for sheet, _ in defined.destinations:
            if sheet not in book.sheetnames:
                faults.append(f"the name {name} leads to no sheet: {sheet}")
    for sheet in book:
        counts["sheets"] += 1
        counts["charts"] += len(sheet._charts)
        for table in sheet.tables.values():
            counts["tables"] += 1
            if table.name.lower() in tables:
                faults.append(f"two tables are called {table.name}")
            tables.add(table.name.lower())
            cells = sheet[table.ref]
            heads = [cell.value for cell in cells[0]]
            if heads != [column.name for column in table.tableColumns] or len(set(heads)) != len(heads):
                faults.append(f"{sheet.title}: the heads of {table.name} are not its columns'")
            if any(cell.value is None for row in cells for cell in row):
                faults.append(f"{sheet.title}: an empty cell in {table.name}")
        for row in sheet.iter_rows():
            for cell in row:
                if cell.hyperlink:
                    counts["links"] += 1
                    target = (cell.hyperlink.location or "").rsplit("!", 1)[0].strip("'").replace("''", "'")
                    if target not in book.sheetnames:
                        faults.append(f"{sheet.title} {cell.coordinate}: a link to {cell.hyperlink.location or cell.hyperlink.target}")
                if cell.data_type == "f":
                    counts["formulas"] += 1
                    faults += [f"{sheet.title} {cell.coordinate}: {fault}" for fault in formula_faults(str(cell.value))]
        # A formula that refers to a sheet must find it.
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    for reference in re.findall(r"(?:'((?:[^']|'')+)'|\b([A-Za-z_][A-Za-z0-9_]*))!", str(cell.value)):
                        if (reference[0].replace("''", "'") or reference[1]) not in book.sheetnames:
                            faults.append(f"{sheet.title} {cell.coordinate}: no sheet {reference}")
    return faults


def audit_faults(audit, path):
    """What the schemas of the standard say, where the program for it is there."""
    result = subprocess.run([audit, "--max-errors", "20", "--quiet", str(path)], capture_output=True, text=True)
    return [] if result.returncode == 0 else [line for line in (result.stdout + result.stderr).splitlines() if line.strip()]


def part_faults(path):
    faults, sheets = package_faults(path)
    return faults + [fault for name, tree in sheets.items() for fault in sheet_faults(name, tree)]


def prove(path, scratch):
    """The checks see what they are there for: each damage to a sound workbook."""
    missed = damage.unnoticed(path, scratch, part_faults)
    print(f"{len(damage.DAMAGES) - len(missed)} of {len(damage.DAMAGES)} damages noticed" + "".join(f"; not {name}" for name in missed))
    return missed


def one_of_each(paths):
    """One workbook of each kind and language: the schemas take their time."""
    kinds = {}
    for path in paths:
        kind = path.parent.name if path.parent.name in ("cities", "returned", "templates") and "what-if" not in path.name else path.stem
        kinds.setdefault((kind, path.stem.endswith("-th")), path)
    return set(kinds.values())


def office_faults(paths, scratch):
    """The workbooks that LibreOffice does not open, or opens with other sheets than they have."""
    faults = {path: [] for path in paths}
    for number in range(0, len(paths), 40):
        # Names repeat between folders; conversions go by name.
        folder = Path(scratch) / f"batch{number}"
        folder.mkdir()
        (folder / "out").mkdir()
        copies = {}
        for position, path in enumerate(paths[number:number + 40]):
            copies[path] = folder / f"{position}.xlsx"
            shutil.copy(path, copies[path])
        missing = set(office.convert(list(copies.values()), "ods", folder / "out"))
        for path, copy in copies.items():
            if copy in missing:
                faults[path].append("LibreOffice does not open it")
        shutil.rmtree(folder)
    return faults


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gnlc", type=Path)
    parser.add_argument("--release", type=Path, help="the reports of a round; otherwise one is made")
    parser.add_argument("--audit", default="openxml-audit", help="the program that knows the schemas")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folders = [arguments.release] if arguments.release else release(arguments.gnlc.resolve(), Path(scratch))
        paths = sorted(path for folder in folders for path in folder.rglob("*.xlsx"))
        audit = shutil.which(arguments.audit)
        opened = office_faults(paths, scratch) if office.is_there() else None
        failed = subprocess.run([sys.executable, HERE / "follow-numbers.py", folders[0]]).returncode != 0
        missed = prove(next(path for path in paths if path.parent.name == "cities"), scratch)
        failed = failed or bool(missed)
        sampled = one_of_each(paths)
        counts = Counter()
        for path in paths:
            faults = part_faults(path)
            faults += book_faults(path, counts)
            faults += audit_faults(audit, path) if audit and path in sampled else []
            faults += opened[path] if opened else []
            for fault in faults[:20]:
                print(f"{path.name}: {fault}")
            failed = failed or bool(faults)
    print("| workbooks | sheets | tables | charts | formulas | links | names | with faults |\n|--:|--:|--:|--:|--:|--:|--:|--:|")
    print("| " + " | ".join(str(number) for number in [len(paths), *(counts[key] for key in (
        "sheets", "tables", "charts", "formulas", "links", "names"))]) + f" | {'some' if failed else 0} |")
    if not audit:
        print("skipped: the schemas of the standard, openxml-audit is not installed (pip install openxml-audit)")
    if opened is None:
        print("skipped: LibreOffice is not installed (make setup-tests)")
    sys.exit(1 if failed or not paths else 0)


if __name__ == "__main__":
    main()
