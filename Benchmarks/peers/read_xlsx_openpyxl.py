"""Reads every sheet of a workbook with openpyxl in its read-only mode: `read_xlsx_openpyxl.py FILE`."""

import sys

import openpyxl

from timing import measured

with measured() as counts:
    workbook = openpyxl.load_workbook(sys.argv[1], read_only=True)
    cells = 0
    for sheet in workbook.worksheets:
        for row in sheet.iter_rows(values_only=True):
            cells += len(row)
    counts["cells"] = cells
