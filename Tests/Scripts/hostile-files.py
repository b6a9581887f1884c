"""Files that somebody made to harm or to mislead, through the real command: each ends with its own finding, in bounded time and
memory. Prints one Markdown table; exits 1 where a finding, the time or the memory is not as it should be.

    python3 Tests/Scripts/hostile-files.py .build/release/gnlc [--seconds 2] [--megabytes 200]

Needs Python's own library only. With a debug build give it more seconds.
"""

import argparse
import io
import json
import os
import struct
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent.parent
NO_INPUT = "no input"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def relationships(targets):
    return "<Relationships>" + "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)) + "</Relationships>"


def sheet(rows, before="", after=""):
    return f"<worksheet>{before}<sheetData>{rows}</sheetData>{after}</worksheet>"


ONE_CELL = '<row r="1"><c r="A1"><v>1</v></c></row>'


def parts(**changed):
    """The parts of a small workbook; an argument with `_` for `/` and `.` would be ugly, so they have short names."""
    all_parts = {
        "types": ("[Content_Types].xml", "<Types/>"),
        "package": ("_rels/.rels", relationships([("officeDocument", "xl/workbook.xml")])),
        "workbook": ("xl/workbook.xml", '<workbook xmlns:r="r"><sheets><sheet name="Data" r:id="rId1"/></sheets></workbook>'),
        "links": ("xl/_rels/workbook.xml.rels", relationships(
            [("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml"), ("styles", "styles.xml")])),
        "strings": ("xl/sharedStrings.xml", "<sst/>"),
        "styles": ("xl/styles.xml", "<styleSheet/>"),
        "sheet": ("xl/worksheets/sheet1.xml", sheet(ONE_CELL)),
    }
    return {name: changed.get(short, content) for short, (name, content) in all_parts.items()}


def workbook(extra=(), **changed):
    """The bytes of a workbook; a part may be an iterable of pieces, so that a bomb need not lie in memory."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in [*parts(**changed).items(), *extra]:
            with archive.open(name, "w", force_zip64=False) as part:
                for piece in [content] if isinstance(content, (str, bytes)) else content:
                    part.write(piece.encode() if isinstance(piece, str) else piece)
    return buffer.getvalue()


def repeated(unit, megabytes, before="", after=""):
    """`unit` over and over, a megabyte at a time."""
    block = unit * (1_000_000 // len(unit))
    yield before
    for _ in range(megabytes):
        yield block
    yield after


def compound_file(stream):
    """The container of old Excel files and of encrypted new ones, as far as it takes to be told."""
    data = bytearray(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0"))
    for name in ("Root Entry", stream):
        text = (name + "\0").encode("utf-16le")
        data += text.ljust(64, b"\0") + struct.pack("<H", len(text)) + bytes(62)
    return bytes(data)


def patched(data, change):
    data = bytearray(data)
    change(data)
    return bytes(data)


def each_header(data, offset_local, offset_central):
    """Places of a field in all headers of an archive."""
    for signature, offset in ((b"PK\x03\x04", offset_local), (b"PK\x01\x02", offset_central)):
        start = data.find(signature)
        while start >= 0:
            yield start + offset
            start = data.find(signature, start + 4)


def spoil_checksums(data):
    for place in each_header(data, 14, 16):
        data[place] ^= 1


def mark_encrypted(data):
    for place in each_header(data, 6, 8):
        data[place] |= 1


def twice():
    buffer = io.BytesIO()
    import warnings
    warnings.simplefilter("ignore")
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in [*parts().items(), ("xl/workbook.xml", "<workbook/>")]:
            archive.writestr(name, content)
    return buffer.getvalue()


LAUGHS = "<!DOCTYPE sst [<!ENTITY a0 \"ha\">" + "".join(
    f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)) + "]><sst><si><t>&a9;</t></si></sst>"
EXTERNAL = '<!DOCTYPE sst [<!ENTITY f SYSTEM "file:///etc/passwd">]><sst><si><t>&f;</t></si></sst>'
HEAD = "CITY,VARIABLE,TIME_PERIOD,OBS_VALUE,NOTE\n"
CSV = HEAD + "xx-a,population_15plus,2025,1000,\n"


def simple_cases():
    """(what, name of the file, its bytes, the codes of which one must be told)"""
    yield "entity bomb", "bomb.xlsx", workbook(strings=LAUGHS), "F013"
    yield "external entity", "entity.xlsx", workbook(strings=EXTERNAL), "F013"
    yield "external DTD", "dtd.xlsx", workbook(sheet='<!DOCTYPE w SYSTEM "http://127.0.0.1/x.dtd"><worksheet/>'), "F013"
    yield "UTF-7", "utf7.xlsx", workbook(sheet='<?xml version="1.0" encoding="UTF-7"?><worksheet/>'), "F018"
    yield "zip bomb: 600 MB of spaces", "spaces.xlsx", workbook(sheet=repeated(" ", 600, "<worksheet>", "</worksheet>")), "F012"
    yield "zip bomb: four parts of 49 MB and more", "parts.xlsx", workbook(
        [(f"xl/media/{n}.bin", repeated("x", 49)) for n in range(5)]), "F012"
    yield "501 entries", "entries.xlsx", workbook([(f"xl/media/{n}.png", "") for n in range(501)]), "F012"
    yield "5 million nested elements", "nested.xlsx", workbook(sheet=repeated("<a>", 15)), "F012 F015"
    yield "1,000 nested elements", "nested-little.xlsx", workbook(sheet="<a>" * 1000 + "</a>" * 1000), "F015"
    yield "attribute of 40 MB", "attribute.xlsx", workbook(sheet=repeated("x", 40, '<worksheet a="', '"/>')), "F012"
    noise = bytes((n * n >> 8) * 7 % 26 + 97 for n in range(1_000_003))
    yield "attribute of 3 MB", "attribute-little.xlsx", workbook(sheet=[b'<worksheet a="', noise, noise[::-1], noise, b'"/>']), "F012"
    yield "column ZZZZZZ", "column.xlsx", workbook(sheet=sheet('<row r="1"><c r="ZZZZZZ1"><v>1</v></c></row>')), "F017"
    yield "row 99999999999999999999", "row.xlsx", workbook(sheet=sheet('<row r="99999999999999999999"/>')), "F017"
    yield "a cell in row 1,048,576", "last-row.xlsx", workbook(sheet=sheet('<row r="1048576"><c><v>1</v></c></row>')), "F016"
    yield "one cell twice", "double.xlsx", workbook(sheet=sheet(ONE_CELL.replace("</row>", '<c r="A1"><v>2</v></c></row>'))), "F014"
    yield "text of 40,000 characters", "text.xlsx", workbook(strings="<sst><si><t>" + "".join(
        chr(0x0E01 + n * n % 1009 % 40) for n in range(40_000)) + "</t></si></sst>"), "F016"
    yield "wrong checksums", "checksum.xlsx", patched(workbook(), spoil_checksums), "F010"
    yield "cut off in the middle", "cut.xlsx", workbook()[:-200], "F010"
    yield "one entry twice", "twice.xlsx", twice(), "F010"
    yield "path out of the archive", "path.xlsx", workbook([("../../etc/cron.d/x", "x")]), "F011"
    yield "absolute path", "absolute.xlsx", workbook([("/etc/passwd", "x")]), "F011"
    yield "password-protected workbook", "password.xlsx", compound_file("EncryptedPackage"), "F003"
    yield "encrypted entries", "encrypted.xlsx", patched(workbook(), mark_encrypted), "F003"
    yield "macros", "macros.xlsm", workbook([("xl/vbaProject.bin", "x")]), "F007"
    yield "macros under another name", "macros.xlsx", workbook(links=relationships(
        [("worksheet", "worksheets/sheet1.xml"), ("vbaProject", "harmless.xml")])), "F007"
    yield "links to other files", "links.xlsx", workbook([("xl/externalLinks/externalLink1.xml", "<x/>")]), "F008"
    yield "data connection", "connection.xlsx", workbook([("xl/connections.xml", "<x/>")]), "F008"
    yield "ActiveX control", "control.xlsx", workbook([("xl/activeX/activeX1.xml", "<x/>")]), "F007"
    yield "embedded object", "embedded.xlsx", workbook([("xl/embeddings/oleObject1.bin", "x")]), "F008"
    yield "old Excel file", "old.xls", compound_file("Workbook"), "F004"
    yield "old Excel file called .xlsx", "old.xlsx", compound_file("Workbook"), "F004"
    yield "OpenDocument file", "calc.ods", zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"}), "F005"
    yield "binary workbook", "binary.xlsb", zipped({"[Content_Types].xml": "<Types/>", "xl/workbook.bin": "x"}), "F006"
    yield "Word document called .xlsx", "letter.xlsx", zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": "<x/>"}), "F009"
    yield "web page called .xls", "page.xls", b"<html><table><tr><td>1</td></tr></table></html>", "F009"
    yield "XML Spreadsheet 2003", "2003.xls", b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', "F009"
    yield "CSV called .xlsx", "table.xlsx", CSV.encode(), "read"
    yield "workbook called .csv", "workbook.csv", workbook(), "F030"
    yield "0 bytes", "empty.xlsx", b"", "F001"
    yield "11 MB of nothing", "large.csv", b"\n" * (11 << 20), "F021"
    yield "western letters, not declared", "western.csv", "CITY,NOTE\ncafé,1\n".encode("latin-1"), "F018"
    yield "zero bytes only", "zeros.csv", bytes(100_000), "F030 F018"
    yield "quote that is never closed", "quote.csv", (HEAD + 'xx-a,"').encode() + b"x" * 9_000_000, "F019"
    yield "300 columns", "wide.csv", b"a," * 300, "F016"
    yield "20,001 rows", "long.csv", (HEAD + "xx-a,population_15plus,2025,1,\n" * 20_001).encode(), "F016"
    # Cheap to make, and dear to whoever compares every text with every other.
    row = "xx-a,{0}_population_15plus_enrolment_rate_{0},2025,1,\n"
    yield "20,000 unknown variables", "unknown.csv", (HEAD + "".join(row.format(n) for n in range(19_999))).encode(), "C003"
    row = "example-city-{0}-of-nowhere,population_15plus,2025,1,\n"
    yield "20,000 unknown cities", "cities.csv", (HEAD + "".join(row.format(n) for n in range(19_999))).encode(), "C001"
    yield "400 texts of 10,000 letters and more", "letters.csv", (
        HEAD + "".join(f"xx-a,{'ำ' * 10_000}{n},{'๑' * 10_000},{'-' * 9_000},{'ู' * 3000}\n" for n in range(100))).encode(), "C003"
    yield "9 MB of commas in one value", "commas.csv", (HEAD + 'xx-a,population_15plus,2025,"' + "1," * 4_400_000 + '",\n').encode(), "C005"
    yield "a million styles", "styles.xlsx", workbook(styles=repeated("<xf/>  ", 7, "<styleSheet><cellXfs>", "</cellXfs></styleSheet>")), "F012 F030"
    names = "".join(f'<definedName name="n{n}">Data!$A${n}</definedName>' for n in range(300_000))
    yield "300,000 names", "names.xlsx", workbook(workbook=(
        f'<workbook xmlns:r="r"><sheets><sheet name="Data" r:id="rId1"/></sheets><definedNames>{names}</definedNames></workbook>')), "F030"
    merges = "".join(f'<mergeCell ref="A{n}:XFD{n}"/>' for n in range(1, 300_000))
    yield "300,000 merged rows", "merges.xlsx", workbook(sheet=sheet(ONE_CELL, after=f"<mergeCells>{merges}</mergeCells>")), "F030"
    sheets = "".join(f'<sheet name="s{n}" r:id="rId1"/>' for n in range(100_000))
    yield "100,000 tabs of one sheet", "tabs.xlsx", workbook(workbook=f'<workbook xmlns:r="r"><sheets>{sheets}</sheets></workbook>'), "F012"


def zipped(entries):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def cases(folder):
    """Writes the files one after the other, each gone before the next: (what, path, codes)."""
    for what, name, data, codes in simple_cases():
        path = folder / name
        path.write_bytes(data)
        yield what, path, codes
        path.unlink()
    good = folder / "good.csv"
    good.write_text(CSV)
    link = folder / "link.csv"
    link.symlink_to(good)
    yield "symbolic link", link, "F002"
    pipe = folder / "pipe.csv"
    os.mkfifo(pipe)
    yield "FIFO", pipe, "F002"
    # A name that leads to no file is the caller's slip, told by the exit code alone (EX_NOINPUT).
    yield "folder", folder, NO_INPUT
    yield "device", Path("/dev/zero"), "F002"
    yield "missing file", folder / "missing.csv", NO_INPUT


def is_as_wanted(wanted, codes, code):
    """Whether the codes and the exit code are those of a file that is `read`, of no input, or of one of the findings."""
    if wanted == NO_INPUT:
        return code == 66
    if wanted == "read":
        return code == 0 and not codes & {"F009", "F030"}
    return code in (0, 65) and bool(codes & set(wanted.split()))


def check(gnlc, workspace, path):
    """(codes told, seconds of the processor, megabytes, exit code); after half a minute it is ended."""
    command = [gnlc, "check", "--json", "--workspace", workspace, path]
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(["timeout", "30", *(str(part) for part in command)], stdout=output, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        # What other programs do at the same time is not this one's.
        seconds = usage.ru_utime + usage.ru_stime
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        text = output.read().decode(errors="replace")
    try:
        codes = sorted({json.loads(line)["code"] for line in text.splitlines()})
    except (ValueError, KeyError, TypeError):
        codes = [text[:60].replace("\n", " ")]
    return codes, seconds, usage.ru_maxrss / 1024, process.returncode


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gnlc", type=Path)
    parser.add_argument("--seconds", type=float, default=2)
    parser.add_argument("--megabytes", type=float, default=200)
    arguments = parser.parse_args()
    gnlc, failed = arguments.gnlc.resolve(), []
    with tempfile.TemporaryDirectory() as scratch:
        workspace, files = Path(scratch, "workspace"), Path(scratch, "files")
        files.mkdir()
        subprocess.run([gnlc, "demo", "--workspace", REPOSITORY, "--cities", "3", "--out", workspace], check=True, capture_output=True)
        print("| file | finding | seconds | peak MB |\n|---|---|---|---|")
        for what, path, wanted in cases(files):
            codes, seconds, megabytes, code = check(gnlc, workspace, path)
            found = is_as_wanted(wanted, set(codes), code)
            right = found and seconds <= arguments.seconds and megabytes <= arguments.megabytes
            if wanted == NO_INPUT and found:
                codes = ["exit code 66"]
            told = "read as the table it is" if wanted == "read" and found else " ".join(codes[:6]) + (" …" if len(codes) > 6 else "")
            if not right:
                failed.append(what)
                told += f" ({wanted} wanted, exit code {code})"
            print(f"| {what} | {told} | {seconds:.2f} | {megabytes:.0f} |", flush=True)
    if failed:
        sys.exit("not as it should be: " + ", ".join(failed))


if __name__ == "__main__":
    main()
