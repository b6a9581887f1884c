"""Reads every sheet of a workbook with python-calamine to Python values: `read_xlsx_calamine.py FILE`."""

import sys

import python_calamine

from timing import measured

with measured() as counts:
    workbook = python_calamine.CalamineWorkbook.from_path(sys.argv[1])
    cells = 0
    for index in range(len(workbook.sheet_names)):
        rows = workbook.get_sheet_by_index(index).to_python()
        cells += sum(len(row) for row in rows)
    counts["cells"] = cells
