"""The what-if sheet calculates what the engine calculates: LibreOffice computes every formula again and gets the results that the file
holds; another value typed into it moves the scores as a run with that value in the city's submission does. Exits 1 where they differ.

    python3 Tests/Scripts/what-if.py .build/debug/gnlc

Needs openpyxl, and soffice of libreoffice-calc-nogui (`make setup-tests`); what is missing is skipped with a word.
"""

import shutil
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path

try:
    import openpyxl
except ImportError:
    print("skipped: the what-if sheet was not calculated, openpyxl is not installed (make setup-tests)")
    sys.exit(0)

import office

warnings.simplefilter("ignore")
SHEET, TABLE = "What if · ถ้าเปลี่ยนค่า", "Table_what_if"
FIRST = 11
# Columns of the sheet: code, the reader's value, the new score, its change, coverage, mean.
CODE, VALUE, SCORE, CHANGE, COVERAGE, MEAN = "B", "G", "N", "O", "P", "Q"
CITY, ROUND = "xx-a", "demo/2026"
# An indicator that rests on one figure without groups, and that figure's name. It is scored on a logarithm.
INDICATOR, VARIABLE = "gdp_per_person", "city_gdp"


def run(*command, accepted=(0, 65)):
    result = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    if result.returncode not in accepted:
        sys.exit(f"{' '.join(map(str, command))} failed ({result.returncode}):\n{result.stdout[-2000:]}{result.stderr[-2000:]}")


def issue(gnlc, workspace, path):
    run(gnlc, "what-if", CITY, "--round", ROUND, "--workspace", workspace, "--as-of", "2026-11-22", "--out", path)


def results(path):
    """The results of the sheet by row: code, score, change, coverage, mean."""
    sheet = openpyxl.load_workbook(path, data_only=True)[SHEET]
    rows = {}
    for row in range(FIRST, sheet.max_row + 1):
        if sheet[f"{SCORE}{row}"].value is not None or sheet[f"{COVERAGE}{row}"].value is not None:
            rows[row] = [sheet[f"{column}{row}"].value for column in (CODE, SCORE, CHANGE, COVERAGE, MEAN)]
    return rows


def differ(one, other, exact=1e-9):
    def same(a, b):
        if isinstance(a, (int, float)) and isinstance(b, (int, float)):
            return abs(a - b) <= exact
        return (a or "") == (b or "")
    return [(row, one[row], other.get(row)) for row in one if not all(map(same, one[row], other.get(row, [])))] or (
        [] if one.keys() == other.keys() else [("rows", len(one), len(other))])


def recalculated(path, folder):
    """The same workbook with every formula computed by LibreOffice."""
    folder.mkdir()
    if office.convert([path], "xlsx", folder, recalculates=True):
        sys.exit(f"LibreOffice does not open {path.name}")
    return folder / path.name


def errors(path):
    """The cells of the recalculated sheet that hold an error."""
    sheet = openpyxl.load_workbook(path, data_only=True)[SHEET]
    return [(cell.coordinate, cell.value) for row in sheet.iter_rows() for cell in row if cell.data_type == "e"]


def report(path, variable, factor):
    """Multiplies the latest figure of a variable in a submission; returns how many cells that were."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    column = {cell.value: cell.column - 1 for cell in sheet[1]}
    hits = [row for row in sheet.iter_rows(min_row=2) if row[column["VARIABLE"]].value == variable
            and str(row[column["TIME_PERIOD"]].value) in ("2025", "2568") and row[column["OBS_VALUE"]].value]
    for row in hits:
        cell = row[column["OBS_VALUE"]]
        cell.value = float(str(cell.value).replace(",", "")) * factor
    book.save(path)
    return len(hits)


def main():
    gnlc = Path(sys.argv[1]).resolve()
    if not office.is_there():
        print("skipped: the what-if sheet was not calculated, LibreOffice is not installed (make setup-tests)")
        sys.exit(0)
    with tempfile.TemporaryDirectory() as scratch:
        scratch = Path(scratch)
        run(gnlc, "demo", "--cities", 6, "--years", 3, "--out", scratch / "ws")
        before = scratch / "before.xlsx"
        issue(gnlc, scratch / "ws", before)
        published = results(before)
        again = recalculated(before, scratch / "again")
        wrong = differ(published, results(again)) + errors(again)
        print(f"{len(published)} rows computed again by LibreOffice, {len(wrong)} differ from the results in the file")
        for line in wrong[:10]:
            print("  ", line)
        wrong += engine(gnlc, scratch, before)
        sys.exit(1 if wrong or len(published) < 50 else 0)


def engine(gnlc, scratch, before):
    """Types another value, and reports it in a copy of the workspace: both ways lead to the same scores."""
    shutil.copytree(scratch / "ws", scratch / "other")
    submission = next(path for path in (scratch / "other/Inputs/demo/2026/submissions").iterdir() if path.stem.startswith(CITY))
    book = openpyxl.load_workbook(before)
    sheet, table = book[SHEET], book[TABLE]
    heads = [cell.value for cell in table[7]]
    indicator_at, value_at = heads.index("indicator_id"), heads.index("value_unrounded")
    rows = [cells[indicator_at].value for cells in table.iter_rows(min_row=8)]
    row = FIRST + rows.index(INDICATOR)
    old = table[row - FIRST + 8][value_at].value
    if report(submission, VARIABLE, 1.05) != 1:
        return [(f"{CITY} does not report one figure of {VARIABLE}",)]
    after = scratch / "after.xlsx"
    issue(gnlc, scratch / "other", after)
    new = openpyxl.load_workbook(after)[TABLE][row - FIRST + 8][value_at].value
    sheet[f"{VALUE}{row}"].value = new
    typed = scratch / "typed.xlsx"
    book.save(typed)
    computed = results(recalculated(typed, scratch / "typed-again"))
    expected = results(after)
    for line in [*computed.values(), *expected.values()]:
        line[2] = None  # The distance is from two different rounds.
    wrong = differ(expected, computed)
    total = (results(before)[FIRST][1], computed[FIRST][1], expected[FIRST][1])
    print(f"{INDICATOR} from {old:g} to {new:g}: the total goes from {total[0]:.6f} to {total[1]:.6f}, by the engine to {total[2]:.6f}; "
          f"{len(wrong)} of {len(expected)} rows differ")
    for line in wrong[:10]:
        print("  ", line)
    return wrong + ([("nothing moved",)] if total[0] == total[1] else [])


if __name__ == "__main__":
    main()
