"""LibreOffice without a screen: converts files, each time with a profile of its own, so that runs do not meet."""

import shutil
import subprocess
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape

# Calc calculates every formula of an XLSX file again when it opens it, whatever result the file holds.
ALWAYS_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def is_there():
    return shutil.which("soffice") is not None


def convert(paths, kind, folder, recalculates=False):
    """Converts files into a folder. Returns the paths of those that LibreOffice did not make."""
    with tempfile.TemporaryDirectory() as profile:
        if recalculates:
            user = Path(profile) / "user"
            user.mkdir()
            (user / "registrymodifications.xcu").write_text(ALWAYS_RECALCULATE, encoding="utf-8")
        subprocess.run(
            ["soffice", "--headless", f"-env:UserInstallation=file://{escape(profile)}", "--convert-to", kind, "--outdir", str(folder),
             *map(str, paths)], capture_output=True, timeout=1800)
    return [path for path in paths if not (Path(folder) / f"{Path(path).stem}.{kind}").exists()]
