"""Compares what our readers make of workbooks and tables with openpyxl, python-calamine and Python's csv, cell by cell.

    compare_readings.py BENCH-TOOL FOLDER...

Prints one line a file, then every kind of difference with its explanation. Exits 1 if one has none.
"""

import collections
import csv
import datetime
import io
import json
import subprocess
import sys
import warnings
from pathlib import Path

import openpyxl
import python_calamine
from openpyxl.utils.datetime import to_excel

warnings.filterwarnings("ignore")
EXCEL_SPACE = " \t\n\r"


def our_readings(tool, files):
    """By file: the cells of each sheet, or why it is refused."""
    output = subprocess.run([tool, "dump", *map(str, files)], capture_output=True, text=True, check=True).stdout
    readings = {str(file): {} for file in files}
    refused = {}
    for text in output.split("\n")[:-1]:
        line = json.loads(text)
        if "refused" in line:
            refused[line["file"]] = line["refused"]
            continue
        sheet = readings[line["file"]].setdefault(line["sheet"], {})
        if "row" in line:
            value = line.get("text", line.get("number"))
            if line["kind"] == "boolean":
                value = bool(value)
            sheet[line["row"], line["column"]] = (line["kind"], value)
    return readings, refused


def plain(value):
    """A value of another library as ours would be: dates as serial days, nothing for an empty text."""
    if isinstance(value, datetime.timedelta):
        return value / datetime.timedelta(days=1)
    if isinstance(value, datetime.time):
        return (value.hour * 3600 + value.minute * 60 + value.second + value.microsecond / 1e6) / 86400
    if isinstance(value, (datetime.datetime, datetime.date)):
        return to_excel(value)
    if value == "" or value is None:
        return None
    return value


def openpyxl_sheets(file):
    book = openpyxl.load_workbook(file, data_only=True)
    return {
        sheet.title: {(cell.row - 1, cell.column - 1): plain(cell.value) for row in sheet.iter_rows() for cell in row}
        for sheet in book.worksheets}


def calamine_sheets(file):
    book = python_calamine.CalamineWorkbook.from_path(str(file))
    kinds = {data.name: str(data.typ) for data in book.sheets_metadata}
    return {
        name: {(row, column): plain(value)
               for row, values in enumerate(book.get_sheet_by_name(name).to_python(skip_empty_area=False))
               for column, value in enumerate(values)}
        for name in book.sheet_names if "WorkSheet" in kinds[name]}


def equal(ours, theirs):
    if isinstance(ours, bool) or isinstance(theirs, bool):
        return ours is theirs
    if isinstance(ours, (int, float)) and isinstance(theirs, (int, float)):
        # Dates come as fractions of days and as microseconds.
        return ours == theirs or abs(ours - theirs) <= 1e-9 * max(1, abs(ours))
    return ours == theirs


def explanation(kind, ours, theirs, peer):
    """Why a difference is right, or None."""
    if isinstance(ours, str) and isinstance(theirs, str):
        if ours == theirs.strip(EXCEL_SPACE):
            return "white space around a text without xml:space is not part of it, as Excel has it"
        if ours.replace("\r\n", "\n") == theirs.replace("_x000D_", "").replace("\r\n", "\n"):
            return "_x000D_ stands for a carriage return"
        if ours == theirs.replace("\r\n", "\n") or ours.replace("\r\n", "\n") == theirs:
            return "line ends inside a text are as the file has them"
    if kind == "date" and 60 <= ours < 61 and theirs == ours - 1:
        return "29 February 1900, which only Excel's calendar has: others give the day before"
    if kind == "error" and peer == "calamine" and theirs is None:
        return "calamine gives nothing for an error value; it must not vanish"
    return None


class Comparison:
    def __init__(self):
        self.explained = collections.Counter()
        self.examples = {}
        self.unexplained = []

    def count(self, file, peer, ours, theirs):
        """The cells in which two readings differ."""
        different = 0
        for sheet in ours.keys() | theirs.keys():
            mine, other = ours.get(sheet), theirs.get(sheet)
            if mine is None or other is None:
                self.unexplained.append((file, peer, sheet, "", "sheet missing" if mine is None else "read", "sheet missing" if other is None else "read"))
                different += 1
                continue
            for place in mine.keys() | other.keys():
                kind, value = mine.get(place, ("", None))
                value = None if value == "" else value
                if equal(value, other.get(place)):
                    continue
                different += 1
                reason = explanation(kind, value, other.get(place), peer)
                cell = f"R{place[0] + 1}C{place[1] + 1}"
                if reason:
                    self.explained[peer, reason] += 1
                    self.examples.setdefault((peer, reason), f"{Path(file).name} {cell}")
                else:
                    self.unexplained.append((file, peer, sheet, cell, (kind, value), other.get(place)))
        return different


def guarded(read, file):
    try:
        return read(file), None
    except Exception as error:  # Another reader's refusal, of whatever class.
        return None, f"{type(error).__name__}: {error}".split("\n")[0][:60]


def workbooks(tool, folders, comparison):
    files = sorted(file for folder in folders for file in Path(folder).rglob("*.xlsx"))
    if not files:
        return
    readings, refused = our_readings(tool, files)
    print("| workbook | cells | openpyxl | calamine |\n|---|---|---|---|")
    for file in files:
        ours = readings[str(file)]
        verdicts = []
        for peer, read in (("openpyxl", openpyxl_sheets), ("calamine", calamine_sheets)):
            theirs, trouble = guarded(read, file)
            if trouble:
                verdicts.append(f"refuses it: {trouble}")
            elif str(file) in refused:
                verdicts.append("reads it")
            else:
                different = comparison.count(str(file), peer, ours, theirs)
                verdicts.append(f"{different} differ" if different else "the same")
        cells = refused.get(str(file)) or sum(len(sheet) for sheet in ours.values())
        print(f"| {file.name} | {cells} | " + " | ".join(verdicts) + " |")
    print()


def tables(tool, folders, comparison):
    files = sorted(file for folder in folders for file in Path(folder).rglob("*.[ct]sv"))
    if not files:
        return
    readings, refused = our_readings(tool, files)
    print("| table | cells | Python's csv, told the encoding and the delimiter |\n|---|---|---|")
    for file in files:
        if str(file) in refused:
            print(f"| {file.name} | {refused[str(file)]} | |")
            continue
        theirs, trouble = guarded(python_rows, file)
        ours = readings[str(file)]
        if trouble:
            verdict = f"refuses it: {trouble}"
        else:
            different = comparison.count(str(file), "csv", ours, {"": theirs})
            verdict = f"{different} differ" if different else "the same"
        print(f"| {file.name} | {sum(len(sheet) for sheet in ours.values())} | {verdict} |")
    print()


def python_rows(file):
    data = file.read_bytes()
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    text = data.decode(encoding)
    delimiter = max(",;\t|", key=text.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    return {(row, column): value or None for row, values in enumerate(rows) for column, value in enumerate(values)}


def main():
    csv.field_size_limit(1 << 24)
    tool, *folders = sys.argv[1:]
    comparison = Comparison()
    workbooks(tool, folders, comparison)
    tables(tool, folders, comparison)
    print("| cells | peer | difference | first seen |\n|---|---|---|---|")
    for (peer, reason), count in comparison.explained.most_common():
        print(f"| {count} | {peer} | {reason} | {comparison.examples[peer, reason]} |")
    print(f"\nDifferences without an explanation: {len(comparison.unexplained)}")
    for difference in comparison.unexplained[:60]:
        print("  ", *difference)
    if comparison.unexplained:
        sys.exit(1)


if __name__ == "__main__":
    main()
