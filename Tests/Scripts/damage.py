"""Damages a workbook in every way that the checks of package_rules.py are there for: each must be noticed, else the checks say nothing."""

import re
import zipfile
from pathlib import Path

SHEET = "xl/worksheets/sheet1.xml"


def first(pattern, put):
    return lambda text: re.sub(pattern, put, text, count=1, flags=re.DOTALL)


# What is done to which part; `None` takes the part away.
DAMAGES = {
    "merged cells": (SHEET, first("</sheetData>", '</sheetData><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>')),
    "another paper": (SHEET, first('paperSize="9"', 'paperSize="1"')),
    "an element too late": (SHEET, first("(<sheetViews>.*?</sheetViews>)(.*?)(<sheetData>)", r"\2\1\3")),
    "an element of nobody": (SHEET, first("<sheetData>", "<sheetDate/><sheetData>")),
    "no number": (SHEET, first(r"(<c r=\"[A-Z]+\d+\" s=\"\d+\"><v>)[^<]*", r"\1NAN")),
    "minus zero": (SHEET, first(r"(<c r=\"[A-Z]+\d+\" s=\"\d+\"><v>)[^<]*", r"\1-0")),
    "rows out of order": (SHEET, first(r'<row r="3"', '<row r="1"')),
    "broken XML": (SHEET, first("</worksheet>", "")),
    "no alternative text": ("xl/drawings/drawing1.xml", first(r' descr="[^"]*"', "")),
    "a part without a type": ("[Content_Types].xml", first(r'<Override PartName="/xl/worksheets/sheet1.xml"[^>]*/>', "")),
    "a part that is gone": ("xl/charts/chart1.xml", None),
    "a way out": ("xl/worksheets/_rels/sheet1.xml.rels", first("</Relationships>", '<Relationship Id="rId99" Type="x" Target="https://'
                                                               'example.org/" TargetMode="External"/></Relationships>')),
}


def unnoticed(path, folder, faults_of):
    """The damages that the checks do not see. `path` is a workbook with a number, a link and a chart on its first sheet."""
    missed = []
    for name, (part, change) in DAMAGES.items():
        damaged = Path(folder) / "damaged.xlsx"
        with zipfile.ZipFile(path) as source, zipfile.ZipFile(damaged, "w") as target:
            for entry in source.namelist():
                content = source.read(entry)
                if entry == part:
                    if change is None:
                        continue
                    changed = change(content.decode())
                    if changed == content.decode():
                        missed.append(f"{name}: nothing to damage in {part}")
                    content = changed.encode()
                target.writestr(entry, content)
        if not faults_of(damaged):
            missed.append(name)
        damaged.unlink()
    return missed
