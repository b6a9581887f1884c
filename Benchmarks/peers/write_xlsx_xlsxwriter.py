"""Writes the table of `bench-tool write-xlsx` with XlsxWriter in its normal mode: `write_xlsx_xlsxwriter.py ROWS OUT`."""

import sys

import xlsxwriter

from timing import measured

rows = int(sys.argv[1])
texts = {
    "city_en": [f"Example City {n // 20}" for n in range(rows)], "city_th": [f"เมืองตัวอย่าง {n // 20}" for n in range(rows)],
    "indicator": [f"indicator_{n % 150}" for n in range(rows)], "note": [f"note {n}" for n in range(rows)],
}

with measured() as counts:
    numbers = {f"number_{k}": [(n * 7919 + k * 104_729) % 1_000_000 / 100 for n in range(rows)] for k in range(6)}
    book = xlsxwriter.Workbook(sys.argv[2])
    form = book.add_format({"font_name": "Arial", "font_size": 10})
    sheet = book.add_worksheet("Table_1")
    headers = [{"header": name} for name in [*texts, *numbers]]
    sheet.add_table(0, 0, rows, len(headers) - 1, {"name": "tbl_values", "autofilter": False, "style": None, "columns": headers})
    for column, values in enumerate(texts.values()):
        write = sheet.write_string
        for row, value in enumerate(values, start=1):
            write(row, column, value, form)
    for column, values in enumerate(numbers.values(), start=len(texts)):
        write = sheet.write_number
        for row, value in enumerate(values, start=1):
            write(row, column, value, form)
    book.close()
    counts["cells"] = rows * len(headers)
