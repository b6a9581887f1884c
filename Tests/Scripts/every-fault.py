"""One workbook with a fault of every kind: each is found at its cell, in Thai and in English, and nothing else is; the workbook that
goes back shows them; mended, it passes. Prints two Markdown tables; exits 1 where a finding is missing, is one too many or stands
elsewhere, and where a rule of the catalogue is neither shown here nor listed with the reason.

    python3 Tests/Scripts/every-fault.py .build/debug/gnlc [--keep FOLDER]

Needs openpyxl (`make setup-tests`). The faults stand in faults.py beside this file.
"""

import argparse
import collections
import csv
import json
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import openpyxl

import faults

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent.parent
DAY = "2026-07-01"
CITY = "xx-a"
YEAR = 2025
# Invented figures that stay the same for five years, which a careful city explains.
STEADY = ("trained_teachers_early_childhood", "schools_primary_secondary")
LETTERS = {"P": "p", "E": "e", "B": "b", "M": "a", "O": "m", "K": "x"}


def run(*command, accepted=(0,)):
    result = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    if result.returncode not in accepted:
        sys.exit(f"{' '.join(str(part) for part in command)} failed ({result.returncode}):\n{result.stdout[-2000:]}{result.stderr[-2000:]}")
    return result.stdout


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gnlc", type=Path)
    parser.add_argument("--keep", type=Path, help="a folder for everything that is made; otherwise nothing is left")
    arguments = parser.parse_args()
    gnlc = arguments.gnlc.resolve()
    if arguments.keep:
        arguments.keep.mkdir(parents=True, exist_ok=True)
        show(gnlc, arguments.keep.resolve())
    else:
        with tempfile.TemporaryDirectory() as folder:
            show(gnlc, Path(folder))


# A workspace in which two rounds are told apart: what the city and the others said before, and what it says now.

def workspace(gnlc, folder):
    """Two rounds of a network in which cities can be compared. Returns the city's figures of the reference year by the codes of the form's rows."""
    made = folder / "demo"
    run(gnlc, "demo", "--workspace", REPOSITORY, "--cities", 26, "--years", 5, "--out", made)
    run(gnlc, "run", "demo", "--workspace", made, "--as-of", DAY, "--quiet", accepted=(0, 65))
    with open(made / "Reports/demo/2026/observations.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    space = folder / "workspace"
    shutil.copytree(made, space, ignore=shutil.ignore_patterns("Reports", "submissions"))
    now, before = space / "Inputs/demo/2026", space / "Inputs/demo/2025"
    shutil.copytree(now, before)
    text = (now / "round.yaml").read_text(encoding="utf-8")
    (before / "round.yaml").write_text(
        text.replace('"2026"', '"2025"').replace("reference_period: 2025", "reference_period: 2024")
        .replace("comparison_period: 2024", "comparison_period: 2023").replace("state: open", "state: frozen"), encoding="utf-8")
    said = {}
    for round_folder, belongs in ((before, lambda row: int(row["TIME_PERIOD"]) < YEAR),
                                  (now, lambda row: int(row["TIME_PERIOD"]) == YEAR and row["CITY"] != CITY)):
        (round_folder / "submissions").mkdir()
        cities = {}
        for row in rows:
            if belongs(row):
                cities.setdefault(row["CITY"], []).append(row)
        for city, lines in cities.items():
            table(round_folder / f"submissions/{city}.csv", lines)
    before = {}
    for row in rows:
        if row["CITY"] == CITY and int(row["TIME_PERIOD"]) == YEAR:
            said[code(row)] = row
        elif row["CITY"] == CITY and int(row["TIME_PERIOD"]) == YEAR - 1 and row["OBS_VALUE"]:
            before[code(row)] = float(row["OBS_VALUE"])
    return space, said, before


def table(path, rows):
    names = ["CITY", "VARIABLE", "SEX", "AGE", "EDUCATION_LEVEL", "TIME_PERIOD", "OBS_VALUE", "UNIT_MEASURE", "OBS_STATUS", "NOTE"]
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names, extrasaction="ignore")
        writer.writeheader()
        for row in rows:
            parts = dict(part.split("=") for part in row["BREAKDOWN"].split(";") if part)
            writer.writerow(row | {"EDUCATION_LEVEL": parts.get("education_level", "_T")})


def code(row):
    parts = {"sex": row["SEX"], "age": row["AGE"]}
    parts.update(part.split("=") for part in row["BREAKDOWN"].split(";") if part)
    kept = ";".join(f"{name}={value}" for name, value in sorted(parts.items()) if value != "_T")
    return row["VARIABLE"] + ("|" + kept if kept else "")


# The form

class Form:
    """A template in openpyxl, its rows by their codes and its columns by what is typed into them."""

    data, notes = "1 ข้อมูล · Data", "2 หมายเหตุ · Notes"

    def __init__(self, path, before):
        self.path = path
        self.book = openpyxl.load_workbook(path)
        self.rows, self.columns = self.layout(self.book[self.data])
        self.head = next(row for row in range(1, 30) if "ENTER" in str(self.sheet.cell(row, self.columns["value"]).value))
        self.last = max(self.rows.values())
        self.corrected = 4
        self.before, self.expected, self.cached = before, [], {}

    @staticmethod
    def layout(sheet):
        rows, columns = {}, {}
        for row in sheet.iter_rows():
            for cell in row:
                for kind in ("value", "status", "source", "note"):
                    if f"ENTER: {kind}" in str(cell.value or ""):
                        columns[kind] = cell.column
            if row[0].value:
                rows.setdefault(str(row[0].value), row[0].row)
        return rows, columns

    @staticmethod
    def asked(book):
        """The codes that the form was sent out with."""
        return {str(row[2].value) for row in book["x_lists"].iter_rows(min_row=2) if row[2].value}

    @property
    def sheet(self):
        return self.book[self.data]

    def cell(self, code, kind="value"):
        return self.sheet.cell(self.rows[code], self.columns[kind])

    def type(self, code, value=None, status=None, note=None):
        for kind, content in (("value", value), ("status", status), ("note", note)):
            self.cell(code, kind).value = content

    # What a fault does, and what is to be found of it: a code (or none) at a cell.

    def found(self, code, sheet, cell):
        if code:
            self.expected.append((code, sheet, cell))

    def place(self, code, kind="value"):
        return self.cell(code, kind).coordinate

    def value(self, code):
        return self.cell(code).value

    def put(self, found, code, value, status=None, note=None, column="value", cached=None, also=()):
        """Another content in a row of the form; `column` says where it is to be found."""
        self.type(code, value, status, note)
        if cached:
            self.cached[self.place(code)] = cached
        for each in (found, *also):
            self.found(each, self.data, self.place(code, column))

    def add(self, found, code, value, status=None, also=()):
        """A row that the form does not have."""
        self.last += 1
        self.sheet.cell(self.last, 1).value = code
        self.rows[code] = self.last
        self.type(code, value, status)
        for each in (found, *also):
            self.found(each, self.data, self.place(code))
        self.found("C054" if code.strip() == code else "", self.data, f"A{self.last}")

    def drop(self, found, code):
        """The row stays, and nothing in it."""
        for column in range(1, 12):
            self.sheet.cell(self.rows[code], column).value = None
        self.found(found, self.data, "*")

    def recode(self, found, code, other, also=()):
        self.sheet.cell(self.rows[code], 1).value = other
        self.found(found, self.data, f"A{self.rows[code]}")
        for each in also:
            self.found(each, self.data, "*")

    def twice(self, found, code, *values):
        self.type(code, values[0])
        self.add("", code + " ", values[1])
        self.found(found, self.data, f"A{self.last}")

    def swap(self, code, other):
        rows = self.rows[code], self.rows[other]
        for column in range(1, 12):
            one, two = (self.sheet.cell(row, column) for row in rows)
            one.value, two.value = two.value, one.value
        self.rows[code], self.rows[other] = rows[1], rows[0]

    def correct(self, found, code, year, value, status=None, column="C", also=()):
        """A line of the corrections."""
        self.corrected += 1
        sheet = self.book[self.notes]
        for place, content in enumerate((code, year, value, status), 1):
            sheet.cell(self.corrected, place).value = content
        for each in (found, *also):
            self.found(each, self.notes, f"{column}{self.corrected}")

    def spoil(self):
        for _, function in faults.ALL:
            function(self)

    def save(self, path):
        """With the values of formulas, which openpyxl leaves out."""
        self.book.save(path)
        if not self.cached:
            return
        rewritten = Path(f"{path}.part")
        with zipfile.ZipFile(path) as old, zipfile.ZipFile(rewritten, "w", zipfile.ZIP_DEFLATED) as new:
            for entry in old.infolist():
                text = old.read(entry)
                if entry.filename.startswith("xl/worksheets/sheet"):
                    for place, value in self.cached.items():
                        kind = ' t="e"' if value.startswith("#") else ""
                        text = re.sub(
                            rf'<c r="{place}"( s="\d+")?><f>(.*?)</f><v ?/?>(</v>)?</c>'.encode(),
                            lambda m: f'<c r="{place}"{(m[1] or b"").decode()}{kind}><f>{m[2].decode()}</f><v>{value}</v></c>'.encode(),
                            text)
                new.writestr(entry.filename, text)
        rewritten.replace(path)

    def fill(self, said):
        """What a careful city sends: every row with a value or a reason."""
        for code in self.rows:
            if self.rows[code] <= self.head:
                continue
            row = said.get(code)
            if row is None:
                self.type(code, status=LETTERS["M"])
            else:
                number = float(row["OBS_VALUE"]) if row["OBS_VALUE"] else None
                if number is not None and number == int(number):
                    number = int(number)
                status = row["OBS_STATUS"]
                note = row["NOTE"] or ("ตรวจแล้ว · checked" if code in STEADY else None)
                self.type(code, number, None if status == "A" else LETTERS.get(status, status), note)


def check(gnlc, space, path, folder=None):
    """The findings of one file, and the file that goes back where there is a folder for it."""
    extra = ("--returned", folder) if folder else ()
    output = run(gnlc, "check", path, "--round", "demo/2026", "--workspace", space, "--as-of", DAY, "--json", *extra,
                 accepted=(0, 65))
    return [json.loads(line) for line in output.splitlines() if line.startswith("{")]


def told(findings, names={}):
    """The findings by code, sheet (or what it is called now) and cell."""
    return collections.Counter((each["code"], names.get(each["sheet"], each["sheet"]), each["cell"] or "*") for each in findings)


def show(gnlc, folder):
    space, said, before = workspace(gnlc, folder)
    run(gnlc, "template", "demo/2026", "--city", CITY, "--workspace", space, "--out", folder / "blank", "--as-of", DAY)
    sound = folder / f"sound/{CITY}.xlsx"
    sound.parent.mkdir()
    form = Form(folder / f"blank/{CITY}-2026.xlsx", before)
    form.fill(said)
    form.save(sound)
    base = check(gnlc, space, sound)
    troubles = [f"sound: {each['code']} {each['cell']} {each['message_en']}" for each in base if each["severity"] != "info"]

    form.spoil()
    spoilt = folder / f"{CITY}.xlsx"
    form.save(spoilt)
    findings = check(gnlc, space, spoilt, folder / "returned")
    expected, found = collections.Counter(form.expected), told(findings)
    troubles += [f"missing: {key}" for key in sorted(expected - found)]
    troubles += [f"too many: {key}" for key in sorted(found - expected - told(base, {Form.data: form.data}))]
    shown = {code: "one form" for code, *_ in form.expected}
    table_of(findings)

    mended = mend(folder / f"returned/{CITY}-2026.xlsx", said, before, folder / "mended.xlsx")
    left = check(gnlc, space, mended)
    troubles += [f"mended: {each['code']} {each['sheet']} {each['cell']} {each['message_en']}" for each in left
                 if each["severity"] != "info"]
    troubles += others(gnlc, space, folder, sound, before, shown)
    troubles += whole_round(gnlc, space, folder, sound, before, shown)
    troubles += uncovered(gnlc, shown)
    print(f"\n{len(form.expected)} findings of {len(faults.ALL)} kinds of fault in one form, each at its cell; sent back, mended and sent "
          f"again: {sum(each['severity'] == 'error' for each in left)} errors, "
          f"{sum(each['severity'] == 'warning' for each in left)} warnings.")
    print(f"{len(shown)} codes shown, {len(faults.ELSEWHERE)} shown elsewhere.")
    if troubles:
        sys.exit("\n".join(troubles))


def table_of(findings):
    """The first finding of each code in both languages."""
    print("| code | cell | English | ไทย |\n|---|---|---|---|")
    told_of = set()
    for each in sorted(findings, key=lambda each: each["code"]):
        if each["code"] not in told_of:
            told_of.add(each["code"])
            print("| " + " | ".join((each["code"], each["cell"] or "–", each["message_en"], each["message_th"])) + " |")


def mend(returned, said, before, path):
    """What a careful officer does with the form that came back: the figures as they should be, and nothing else."""
    form = Form(returned, before)
    asked = Form.asked(form.book)
    for code, row in list(form.rows.items()):
        if row > form.head and code not in asked:
            for column in (1, *form.columns.values()):
                form.sheet.cell(row, column).value = None
            del form.rows[code]
    form.fill(said)
    for row in form.book[form.notes].iter_rows(min_row=5):
        for cell in row[:6]:
            cell.value = None
    form.save(path)
    return path


def others(gnlc, space, folder, sound, before, shown):
    """Forms with one fault each."""
    troubles = []
    (folder / "others").mkdir()
    for number, (name, spoil, codes) in enumerate(faults.OTHERS):
        form = Form(sound, before)
        spoil(form)
        path = folder / f"others/{number}.xlsx"
        form.save(path)
        found = {each["code"] for each in check(gnlc, space, path) if each["severity"] != "info"}
        if found != codes:
            troubles.append(f"{name}: {sorted(found)} instead of {sorted(codes)}")
        shown.update(dict.fromkeys(codes, name))
    run(gnlc, "template", "demo/2025", "--city", CITY, "--workspace", space, "--out", folder / "earlier", "--as-of", DAY)
    blank = {"a blank form": (folder / f"blank/{CITY}-2026.xlsx", {"C050", "F090"}),
             "a form of another round": (folder / f"earlier/{CITY}-2025.xlsx", {"F062"})}
    for name, (path, codes) in blank.items():
        found = {each["code"] for each in check(gnlc, space, path)}
        if found != codes:
            troubles.append(f"{name}: {sorted(found)} instead of {sorted(codes)}")
        shown.update(dict.fromkeys(codes, name))
    return troubles


def whole_round(gnlc, space, folder, sound, before, shown):
    """What only the comparison of cities shows, and the folder of a round."""
    network = folder / "network"
    shutil.copytree(space, network)
    submissions = network / "Inputs/demo/2026/submissions"
    form = Form(sound, before)
    form.type("organisations_surveyed", 1234)
    form.type("illiterate_15plus", form.value("illiterate_15plus") * 3)
    form.save(submissions / f"{CITY}.xlsx")
    for path in sorted(submissions.glob("*.csv")):
        change(path, lambda row: row["VARIABLE"] == "organisations_surveyed", 1234)
    shutil.copy(submissions / "xx-d.csv", submissions / "again.csv")
    (submissions / "letter.txt").write_text("dear colleagues")
    # Two cities in one file, of those that sent none.
    silent = sorted({row["id"] for row in read(network / "Inputs/demo/cities.csv")} - {path.stem for path in submissions.glob("xx-*")})
    rows = read(submissions / "xx-b.csv")[:2]
    for row, city in zip(rows, (silent[0], CITY)):
        row["CITY"] = city
    write(submissions / "two.csv", rows)
    run(gnlc, "run", "demo/2026", "--workspace", network, "--as-of", DAY, "--quiet", accepted=(0, 65))
    found = {row["CODE"] for row in read(network / "Reports/demo/2026/findings.csv")}
    codes = {"R001", "R002", "R004", "R005", "X001", "X004"}
    shown.update(dict.fromkeys(codes, "a whole round"))
    return [f"a whole round: {code} is missing" for code in sorted(codes - found)]


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def change(path, chosen, value):
    rows = read(path)
    for row in rows:
        if chosen(row):
            row["OBS_VALUE"] = value
            row["OBS_STATUS"] = "A"
    write(path, rows)


def write(path, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)


def uncovered(gnlc, shown):
    """Every rule is shown, or listed with the reason why not; and none is both."""
    rules = {line.split()[0] for line in run(gnlc, "rules", "--workspace", REPOSITORY).splitlines() if line.strip()}
    listed = set(faults.ELSEWHERE)
    troubles = [f"{code}: neither shown nor listed" for code in sorted(rules - shown.keys() - listed)]
    troubles += [f"{code}: shown, and listed as not to be shown" for code in sorted(listed & shown.keys())]
    troubles += [f"{code}: no such rule" for code in sorted((listed | shown.keys()) - rules)]
    files = (HERE / "hostile-files.py").read_text(encoding="utf-8")
    return troubles + [f"{code}: not in hostile-files.py" for code, why in faults.ELSEWHERE.items()
                       if why == faults.FILE and f'{code}' not in files]


if __name__ == "__main__":
    main()
