"""Renders the pictures of the guides from the shipped demo round. `make pictures` calls it.

    python3 Documentation/Pictures/pictures.py .build/release/gnlc

Needs soffice of libreoffice-calc-nogui and pdftoppm of poppler-utils (`make setup-tests`). Every city in the pictures is fictional.
"""

import csv
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent.parent
DAY = "2026-09-15"
RESOLUTION = 96
COLOURS = 64
EDGE = 12
# No picture of a guide is heavier.
MOST_BYTES = 150_000


def run(*command, accepted=(0,)):
    result = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    if result.returncode not in accepted:
        sys.exit(f"{command[0]} failed ({result.returncode}):\n{result.stdout[-2000:]}{result.stderr[-2000:]}")
    return result.stdout


def spoiled(source, target):
    """A submission with four mistakes of everyday life, each of another kind."""
    rows = list(csv.reader(source.open(encoding="utf-8", newline="")))
    columns = {name: number for number, name in enumerate(rows[0])}
    latest = max(row[columns["TIME_PERIOD"]] for row in rows[1:])

    def change(variable, column, value, sex="_T"):
        for row in rows[1:]:
            breakdowns = row[columns["SEX"] : columns["TIME_PERIOD"]]
            if row[columns["VARIABLE"]] == variable and row[columns["TIME_PERIOD"]] == latest and breakdowns == [sex] + ["_T"] * (len(breakdowns) - 1):
                row[columns[column]] = value
                return
        sys.exit(f"{source} has no {variable} {latest} {sex}")

    change("population", "OBS_VALUE", "2440,58", sex="F")
    change("teachers_trained_in_service", "OBS_VALUE", "about 65000")
    change("illiterate_15plus", "OBS_VALUE", "616060", sex="M")
    change("trained_teachers_pre_primary", "OBS_VALUE", "-5")
    with target.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


def page(document, phrase):
    """The number of the first page that says a phrase."""
    for number, text in enumerate(run("pdftotext", "-layout", document, "-").split("\f"), start=1):
        if phrase in text:
            return number
    sys.exit(f"no page of {document.name} says “{phrase}”")


def pixels(document, number, height):
    """Width, height and the colours of a page, down to a share of its height."""
    prefix = document.with_suffix("")
    run("pdftoppm", "-r", RESOLUTION, "-f", number, "-l", number, "-singlefile", document, prefix)
    data = prefix.with_suffix(".ppm").read_bytes()
    _, size, _, rest = data.split(b"\n", 3)
    width, full = map(int, size.split())
    return cut(width, [rest[at : at + width * 3] for at in range(0, width * int(full * height) * 3, width * 3)])


def cut(width, rows):
    """Without the white edges of a page, but for a narrow one."""
    white = b"\xff" * 3
    drawn = [number for number, row in enumerate(rows) if row.count(0xFF) < len(row)]
    rows = rows[max(0, drawn[0] - EDGE) : drawn[-1] + EDGE]
    columns = [x for x in range(width) if any(row[x * 3 : x * 3 + 3] != white for row in rows)]
    left, right = max(0, columns[0] - EDGE), min(width, columns[-1] + EDGE)
    return right - left, len(rows), b"".join(row[left * 3 : right * 3] for row in rows)


def palette(colours):
    """The most frequent colours, and for every colour the place of the nearest of them."""
    frequent = [colour for colour, _ in colours.most_common(COLOURS)]
    places = {}
    for colour in colours:
        distances = [sum((a - b) ** 2 for a, b in zip(colour, other)) for other in frequent]
        places[colour] = distances.index(min(distances))
    return frequent, places


def png(width, height, data):
    """The bytes of a PNG with a palette."""
    triples = [tuple(data[at : at + 3]) for at in range(0, len(data), 3)]
    frequent, places = palette(Counter(triples))
    index = bytes(places[triple] for triple in triples)
    lines = b"".join(b"\0" + index[row * width : (row + 1) * width] for row in range(height))

    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    colours = b"".join(bytes(colour) for colour in frequent)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"PLTE", colours) + chunk(b"IDAT", zlib.compress(lines, 9)) + chunk(b"IEND", b"")


def main():
    gnlc = Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        work = folder / "work"
        work.mkdir()
        shutil.copytree(REPOSITORY / "Indicators", work / "Indicators")
        shutil.copytree(REPOSITORY / "Inputs/demo", work / "Inputs/demo")
        run(gnlc, "run", "demo/2026", "--workspace", work, "--as-of", DAY, accepted=(0, 65))
        run(gnlc, "template", "demo/2026", "--city", "xx-d", "--language", "both", "--workspace", work, "--as-of", DAY, "--out", folder / "template")
        spoiled(work / "Inputs/demo/2026/submissions/xx-d.csv", folder / "xx-d.csv")
        run(gnlc, "check", folder / "xx-d.csv", "--round", "demo/2026", "--workspace", work, "--as-of", DAY, "--returned", folder / "returned", accepted=(65,))
        reports = work / "Reports/demo/2026"
        # Name of the picture, its workbook, what its page says, and how much of the page is shown.
        wanted = [
            ("evaluation", reports / "evaluation-2026.xlsx", "Upper third", 1),
            ("city-card", reports / "cities/xx-a-2026.xlsx", "Strengths and gaps", 1),
            ("funders", reports / "funders-2026.xlsx", "one minute", 1),
            ("template", folder / "template/xx-d-2026.xlsx", "population_15plus", 0.55),
            ("returned", folder / "returned/xx-d-2026.xlsx", "C0", 0.75),
        ]
        for name, workbook, phrase, height in wanted:
            output = folder / name
            run("soffice", f"-env:UserInstallation=file://{folder}/office", "--headless", "--convert-to", "pdf", "--outdir", output, workbook)
            document = next(output.glob("*.pdf"))
            picture = png(*pixels(document, page(document, phrase), height))
            if len(picture) > MOST_BYTES:
                sys.exit(f"{name}.png has {len(picture)} bytes, more than {MOST_BYTES}")
            (HERE / f"{name}.png").write_bytes(picture)
            print(f"Documentation/Pictures/{name}.png  {len(picture) // 1000} kB")


main()
