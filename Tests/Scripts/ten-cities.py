"""Ten fictional cities fill their templates, once through openpyxl, once through LibreOffice: the same observations come out as
from the tables that they would have sent, cell for cell. Prints one Markdown table; exits 1 where anything differs.

    python3 Tests/Scripts/ten-cities.py .build/debug/gnlc [--cities 10] [--keep FOLDER]

Needs openpyxl, and soffice of libreoffice-calc-nogui (`make setup-tests`).
"""

import argparse
import csv
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from xml.sax.saxutils import escape

import openpyxl

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent.parent
ROUND = "demo/2026"
REFERENCE_YEAR = "2025"
SHEET = "1 ข้อมูล · Data"
# Letters and words of the form's drop-down for the statuses of SDMX that it has; the others are typed as they are.
DROP_DOWN = {"P": "p เบื้องต้น · provisional", "E": "e ประมาณการ · estimated", "B": "b อนุกรมขาดช่วง · break", "M": "a ไม่เกี่ยวข้อง · not applicable",
             "O": "m ไม่มีข้อมูล · missing", "K": "x รวมอยู่ที่อื่น · included elsewhere"}


def run(*command, accepted=(0,)):
    result = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    if result.returncode not in accepted:
        sys.exit(f"{command[0]} failed ({result.returncode}):\n{result.stdout[-2000:]}{result.stderr[-2000:]}")
    return result.stdout


def observations(gnlc, workspace):
    """Of the reference year, by city and code: everything that is said, whatever its place."""
    # 65: some figures are held back by findings, here as there.
    run(gnlc, "run", "demo", "--workspace", workspace, "--as-of", "2026-11-22", "--quiet", accepted=(0, 65))
    found = {}
    with open(workspace / "Reports/demo/2026/observations.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["TIME_PERIOD"] == REFERENCE_YEAR:
                said = {key: value for key, value in row.items() if not key.startswith("SOURCE_") and key != "RUN_ID"}
                # LibreOffice, like Excel, keeps that many digits of a number; nobody types more.
                said["OBS_VALUE"] = said["OBS_VALUE"] and f"{float(said['OBS_VALUE']):.15g}"
                found.setdefault(row["CITY"], {})[code(row)] = said
    return found


def code(row):
    parts = {"sex": row["SEX"], "age": row["AGE"]}
    parts.update(part.split("=") for part in row["BREAKDOWN"].split(";") if part)
    kept = ";".join(f"{name}={value}" for name, value in sorted(parts.items()) if value != "_T")
    return row["VARIABLE"] + ("|" + kept if kept else "")


def entries(said):
    """What a person types for an observation: (kind of column, number or text)."""
    typed = []
    if said["OBS_VALUE"]:
        typed.append(("value", float(said["OBS_VALUE"])))
    if said["OBS_STATUS"] != "A":
        typed.append(("status", DROP_DOWN.get(said["OBS_STATUS"], said["OBS_STATUS"])))
    if said["NOTE"]:
        typed.append(("note", said["NOTE"]))
    return typed


def form(path):
    """The rows of a template by their codes, and its columns by what they hold."""
    sheet = openpyxl.load_workbook(path, read_only=True)[SHEET]
    codes, columns = {}, {}
    for row in sheet.iter_rows():
        for cell in row:
            head = str(cell.value or "")
            for kind in ("value", "status", "note"):
                if f"ENTER: {kind}" in head:
                    columns[kind] = cell.column - 1
        if row and row[0].value:
            codes[str(row[0].value)] = row[0].row
    return codes, columns


def fill_with_openpyxl(path, typed, codes, columns):
    book = openpyxl.load_workbook(path)
    for code, kind, content in typed:
        book[SHEET].cell(codes[code], columns[kind] + 1).value = content
    book.save(path)


def fill_with_office(soffice, folder, filled):
    """One start of LibreOffice for all files."""
    lines = []
    for path, typed, codes, columns in filled:
        lines.append(f"open\t{path.as_uri()}\t{points(SHEET)}")
        for code, kind, content in typed:
            what = f"number\t{content}" if isinstance(content, float) else f"text\t{points(content)}"
            lines.append(f"{codes[code] - 1}\t{columns[kind]}\t{what}")
    (folder / "list.tsv").write_text("\n".join(lines) + "\n", encoding="ascii")
    profile = folder / "profile"
    install_macro(soffice, profile)
    run("timeout", "200", soffice, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nologo",
        f'macro:///Standard.Filling.Fill("{(folder / "list.tsv").as_uri()}")')
    trouble = folder / "list.tsv.error"
    if trouble.exists():
        sys.exit(f"the macro stopped: {trouble.read_text()}")


def points(text):
    """A text as the numbers of its characters: streams of LibreOffice spoil letters at the ends of their buffers."""
    return " ".join(str(ord(character)) for character in text)


def install_macro(soffice, profile):
    """A macro of the user's own is one that LibreOffice trusts; the first start makes the folders that it belongs into."""
    run("timeout", "200", soffice, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--terminate_after_init")
    library = profile / "user/basic/Standard"
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    (library / "script.xlb").write_text(
        f'{head}<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" '
        'library:readonly="false" library:passwordprotected="false"><library:element library:name="Filling"/>'
        "</library:library>")
    (library / "Filling.xba").write_text(
        f'{head}<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Filling" '
        f'script:language="StarBasic">{escape((HERE / "fill.bas").read_text())}</script:module>', encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gnlc", type=Path)
    parser.add_argument("--cities", type=int, default=11, help="one of eleven leaves its round out")
    parser.add_argument("--keep", type=Path, help="a folder for everything that is made; otherwise nothing is left")
    arguments = parser.parse_args()
    gnlc = arguments.gnlc.resolve()
    soffice = shutil.which("soffice") or sys.exit("LibreOffice is not installed: make setup-tests")
    if arguments.keep:
        compare(gnlc, soffice, arguments.cities, arguments.keep.resolve())
    else:
        with tempfile.TemporaryDirectory() as folder:
            compare(gnlc, soffice, arguments.cities, Path(folder))


def compare(gnlc, soffice, cities, folder):
    tables = folder / "tables"
    run(gnlc, "demo", "--workspace", REPOSITORY, "--cities", cities, "--out", tables)
    # Cities type what they know. Of figures that are kept back the reports tell nothing that could be typed, and whoever sends
    # "suppressed" instead of a small number is protected further: its other figures could be the rest of a sum.
    with open(tables / "Inputs/demo/programme.yaml", "a", encoding="utf-8") as programme:
        programme.write("disclosure: {minimum_count: 1, minimum_denominator: 1}\n")
    expected = observations(gnlc, tables)
    run(gnlc, "template", ROUND, "--all", "--workspace", tables, "--out", folder / "blank", "--as-of", "2026-07-01")

    # A round knows only what is in its folder, so each way has a workspace of its own.
    ways = {way: folder / way for way in ("openpyxl", "LibreOffice", "openpyxl, then LibreOffice")}
    filled = {way: [] for way in ways}
    typed = {}
    for way, workspace in ways.items():
        shutil.copytree(tables, workspace, ignore=shutil.ignore_patterns("Reports", "submissions"))
        submissions = workspace / "Inputs/demo/2026/submissions"
        submissions.mkdir()
        for city in expected:
            path = submissions / f"{city}.xlsx"
            shutil.copy(folder / f"blank/{city}-2026.xlsx", path)
            codes, columns = form(path)
            known = {code: said for code, said in expected[city].items() if code in codes}
            expected[city] = known
            typed[city] = [(code, kind, content) for code, said in known.items() for kind, content in entries(said)]
            filled[way].append((path, typed[city], codes, columns))
            if way.startswith("openpyxl"):
                fill_with_openpyxl(path, typed[city], codes, columns)
    seconds = time.monotonic()
    fill_with_office(
        soffice, folder,
        filled["LibreOffice"] + [(path, [], {}, {}) for path, *_ in filled["openpyxl, then LibreOffice"]])
    seconds = time.monotonic() - seconds

    found = {way: observations(gnlc, workspace) for way, workspace in ways.items()}
    print("| city | cells typed | observations | " + " | ".join(ways) + " |")
    print("|---|---|---|" + "---|" * len(ways))
    differences = []
    for city in sorted(expected):
        cells = []
        for way in ways:
            other = found[way].get(city, {})
            wrong = [code for code in expected[city].keys() | other.keys() if expected[city].get(code) != other.get(code)]
            differences += [(city, way, code, expected[city].get(code), other.get(code)) for code in sorted(wrong)]
            cells.append("the same" if not wrong else f"{len(wrong)} differ")
        print(f"| {city} | {len(typed[city])} | {len(expected[city])} | " + " | ".join(cells) + " |")
    print(f"\nLibreOffice opened, filled and saved {2 * len(expected)} workbooks in {seconds:.1f} s.")
    for city, way, code, one, other in differences[:20]:
        print(f"{city} {code} ({way}):\n  table    {one}\n  template {other}")
    if differences or not expected:
        sys.exit(1)


if __name__ == "__main__":
    main()
