"""A release is read back with pysdmx, as an office of statistics would: as many rows as the plain CSV files have, the same figures, and
none where one is kept back. Prints what it compared; exits 1 where something differs, and skips with a word where pysdmx is missing.

    python3 Tests/Scripts/sdmx.py .build/debug/gnlc [--release FOLDER]

Needs pysdmx with its extra for data (`pip install 'pysdmx[data]'`). Without --release, a round of fictional cities is made and run.
"""

import argparse
import csv
import re
import subprocess
import sys
import tempfile
from pathlib import Path

try:
    from pysdmx.io import read_sdmx
    from pysdmx.model.dataset import ActionType
except ImportError:
    print("skipped: SDMX-CSV was not read back, pysdmx is not installed (pip install 'pysdmx[data]')")
    sys.exit(0)

REPOSITORY = Path(__file__).resolve().parent.parent.parent
PLAIN = re.compile(r"[A-Za-z0-9_-]*")
CODE = re.compile(r"[A-Za-z0-9_@$-]+")
COMMON = ("TIME_PERIOD", "OBS_STATUS", "CONF_STATUS", "UNIT_MEASURE", "SEX", "AGE")


def run(*command):
    result = subprocess.run([str(part) for part in command], capture_output=True, text=True, cwd=REPOSITORY)
    if result.returncode not in (0, 65):
        sys.exit(f"{' '.join(str(part) for part in command)} failed ({result.returncode}):\n{result.stdout[-2000:]}{result.stderr[-2000:]}")


def release(gnlc, folder):
    """A round of twelve fictional cities. Returns the folder of its reports."""
    run(gnlc, "demo", "--out", folder / "ws", "--cities", 12)
    run(gnlc, "run", "--workspace", folder / "ws", "--no-city-files")
    return next((folder / "ws" / "Reports").glob("*/*/datapackage.json")).parent


def encoded(text):
    return text if PLAIN.fullmatch(text) else "".join(
        chr(byte) if PLAIN.fullmatch(chr(byte)) and byte < 128 else f"@{byte:02X}" for byte in text.encode())


def composite(breakdown):
    """`dimension=code;…` of the plain file as the code of the SDMX file."""
    if not breakdown:
        return "_T"
    return "$".join("@".join(encoded(half) for half in part.split("=", 1)) for part in breakdown.split(";"))


def compare(folder, name, subject):
    """How many rows and figures agree; every difference is a line."""
    with open(folder / f"{name}.csv", newline="", encoding="utf-8") as file:
        plain = list(csv.DictReader(file))
    (dataset,) = read_sdmx(folder / f"{name}.sdmx.csv").data
    if dataset.short_urn != f"Dataflow=GNLC:{name.upper()}(1.0.0)" or dataset.action is not ActionType.Information:
        return [f"{name}: {dataset.short_urn}, {dataset.action}"], 0, 0
    read = dataset.data.to_dict("records")
    differences = []
    if len(plain) != len(read):
        differences.append(f"{name}: {len(plain)} rows in the plain file, {len(read)} read")
    figures = 0
    for line, (row, other) in enumerate(zip(plain, read), start=2):
        expected = {column: row[column] for column in COMMON}
        expected["REF_AREA"] = row["CITY"]
        expected[subject] = row[subject]
        expected["COMPOSITE_BREAKDOWN"] = composite(row["BREAKDOWN"])
        expected["UNIT_MULT"] = "0"
        for column, value in expected.items():
            if str(other[column]) != value:
                differences.append(f"{name} line {line} {column}: {value!r} became {other[column]!r}")
        for column in ("REF_AREA", subject, "SEX", "AGE", "COMPOSITE_BREAKDOWN", "UNIT_MEASURE"):
            if not CODE.fullmatch(str(other[column])):
                differences.append(f"{name} line {line} {column}: {other[column]!r} is no identifier of SDMX")
        if "COMMENT_OBS" in other and str(other["COMMENT_OBS"]) != row["NOTE"]:
            differences.append(f"{name} line {line} COMMENT_OBS: {row['NOTE']!r} became {other['COMMENT_OBS']!r}")
        if row["OBS_VALUE"] == "":
            if str(other["OBS_VALUE"]) != "NaN":
                differences.append(f"{name} line {line}: a figure where the plain file has none")
        else:
            figures += 1
            if float(other["OBS_VALUE"]) != float(row["OBS_VALUE"]):
                differences.append(f"{name} line {line}: {row['OBS_VALUE']} became {other['OBS_VALUE']}")
    return differences, len(read), figures


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gnlc", type=Path)
    parser.add_argument("--release", type=Path, help="the reports of a round; otherwise one is made")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = arguments.release or release(arguments.gnlc.resolve(), Path(scratch))
        failed = False
        for name, subject in (("indicators", "INDICATOR"), ("observations", "VARIABLE")):
            differences, rows, figures = compare(folder, name, subject)
            for difference in differences[:20]:
                print(difference)
            failed = failed or bool(differences) or figures == 0
            print(f"{name}.sdmx.csv: {rows} rows read with pysdmx, {figures} figures, {len(differences)} differences")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
