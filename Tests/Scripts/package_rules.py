"""What a workbook's package must keep to by ECMA-376, as far as it can be said without its schemas: parts, content types and relationships
that lead somewhere, elements in the order of the standard, numbers that are numbers; and what this project asks beyond: no merged cells,
A4, alternative texts."""

import posixpath
import re
import xml.etree.ElementTree as ElementTree
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

# The children of each element in the order of its complex type; `*` stands before what may repeat or come in any number anyway.
ORDERS = {
    MAIN + "worksheet": """sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios
        autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks
        printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing
        legacyDrawing legacyDrawingHF picture oleObjects controls webPublishItems tableParts extLst""",
    MAIN + "workbook": """fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences
        definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr
        webPublishObjects extLst""",
    MAIN + "styleSheet": "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst",
    MAIN + "font": "b i strike condense extend outline shadow u vertAlign sz color name family charset scheme",
    MAIN + "border": "start end left right top bottom diagonal vertical horizontal",
    MAIN + "xf": "alignment protection extLst",
    MAIN + "dxf": "font numFmt fill alignment border protection extLst",
    MAIN + "table": "autoFilter sortState tableColumns tableStyleInfo extLst",
    MAIN + "c": "f v is extLst",
    MAIN + "dataValidation": "formula1 formula2",
    MAIN + "comments": "authors commentList extLst",
    CHART + "chartSpace": """date1904 lang roundedCorners AlternateContent style clrMapOvr pivotSource protection chart spPr txPr externalData
        printSettings userShapes extLst""",
    CHART + "chart": "title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly dispBlanksAs extLst",
    CHART + "plotArea": "layout barChart lineChart catAx valAx dateAx serAx dTable spPr extLst",
    CHART + "barChart": "barDir grouping varyColors ser dLbls gapWidth overlap serLines axId extLst",
    CHART + "lineChart": "grouping varyColors ser dLbls dropLines hiLowLines upDownBars marker smooth axId extLst",
    CHART + "catAx": """axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr
        crossAx crosses crossesAt auto lblAlgn lblOffset noMultiLvlLbl extLst""",
    CHART + "valAx": """axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr
        crossAx crosses crossesAt crossBetween majorUnit minorUnit dispUnits extLst""",
    CHART + "ser": """idx order tx spPr invertIfNegative pictureOptions marker dPt dLbls trendline errBars cat val smooth shape extLst""",
    CHART + "dLbls": """dLbl delete numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize separator
        showLeaderLines leaderLines extLst""",
    CHART + "legend": "legendPos legendEntry layout overlay spPr txPr extLst",
}
PLACES = {tag: {name: place for place, name in enumerate(order.split())} for tag, order in ORDERS.items()}
NUMBER = re.compile(r"-?(\d+(\.\d*)?|\.\d+)(E[+-]?\d+)?")


def local(tag):
    return tag.rsplit("}", 1)[-1]


def order_faults(element):
    """Children that stand where the standard does not let them, below an element and all its own."""
    for parent in element.iter():
        places = PLACES.get(parent.tag)
        if places is None:
            continue
        last = -1
        for child in parent:
            place = places.get(local(child.tag))
            if place is None:
                yield f"<{local(parent.tag)}> has a <{local(child.tag)}>"
            elif place < last:
                yield f"<{local(child.tag)}> comes too late in <{local(parent.tag)}>"
            else:
                last = place


def relation_target(part, target):
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(posixpath.dirname(part), target))


def package_faults(path):
    """Everything that can be said of the parts of a workbook; and its sheets as XML by their names."""
    faults, sheets = [], {}
    with zipfile.ZipFile(path) as package:
        if package.testzip():
            return ["the archive is damaged"], {}
        names = package.namelist()
        if len(names) != len(set(names)):
            faults.append("two parts of one name")
        trees = {}
        for name in names:
            try:
                trees[name] = ElementTree.fromstring(package.read(name))
            except ElementTree.ParseError as error:
                faults.append(f"{name}: no well-formed XML: {error}")
    types = trees.get("[Content_Types].xml", ElementTree.Element("none"))
    defaults = {entry.get("Extension") for entry in types.iter(TYPES + "Default")}
    overrides = {entry.get("PartName") for entry in types.iter(TYPES + "Override")}
    for name in names:
        extension = name.rsplit(".", 1)[-1]
        # The default of `xml` says nothing of what a part is.
        if name != "[Content_Types].xml" and "/" + name not in overrides and (extension == "xml" or extension not in defaults):
            faults.append(f"{name} has no content type")
    faults += [f"{name} has a content type and is not there" for name in overrides if name.lstrip("/") not in names]
    reached = {"[Content_Types].xml"}
    for name in (name for name in names if name.endswith(".rels")):
        reached.add(name)
        owner = posixpath.join(posixpath.dirname(posixpath.dirname(name)), posixpath.basename(name)[: -len(".rels")])
        for relation in trees[name]:
            if relation.get("TargetMode") == "External":
                faults.append(f"{name} leads out of the workbook: {relation.get('Target')}")
                continue
            target = relation_target(owner, relation.get("Target"))
            reached.add(target)
            if target not in names:
                faults.append(f"{name}: {target} is not there")
    faults += [f"{name} is reached by no relationship" for name in names if name not in reached]
    for name, tree in trees.items():
        faults += [f"{name}: {fault}" for fault in sorted(set(order_faults(tree)))]
    relations = {entry.get("Id"): entry.get("Target") for entry in trees["xl/_rels/workbook.xml.rels"]}
    for entry in trees["xl/workbook.xml"].iter(MAIN + "sheet"):
        part = "xl/" + relations[entry.get(RELATION + "id")]
        # A part that is missing or broken was told of above.
        if part in trees:
            sheets[entry.get("name")] = trees[part]
    return faults + list(drawing_faults(trees)), sheets


def drawing_faults(trees):
    for name, tree in trees.items():
        if name.startswith("xl/drawings/drawing"):
            for properties in tree.iter(DRAWING + "cNvPr"):
                if len(properties.get("descr") or "") < 20:
                    yield f"{name}: {properties.get('name')} has no alternative text"


def sheet_faults(name, tree):
    """What can be said of one sheet's XML."""
    faults = []
    if tree.find(MAIN + "mergeCells") is not None:
        faults.append("merged cells")
    setup = tree.find(MAIN + "pageSetup")
    if setup is None or setup.get("paperSize") != "9":
        faults.append("is not A4")
    last_row = 0
    for row in tree.iter(MAIN + "row"):
        number = int(row.get("r"))
        if number <= last_row:
            faults.append(f"row {number} after row {last_row}")
        last_row, last_column = number, 0
        for cell in row:
            column = column_number(cell.get("r"))
            if column <= last_column:
                faults.append(f"cell {cell.get('r')} is out of order")
            last_column = column
            value = cell.find(MAIN + "v")
            if value is not None and cell.get("t", "n") == "n":
                text = value.text or ""
                if not NUMBER.fullmatch(text) or (text.startswith("-") and float(text) == 0):
                    faults.append(f"{cell.get('r')} holds {text!r}")
            if cell.find(MAIN + "f") is not None and (value is None or cell.get("t") == "e"):
                faults.append(f"{cell.get('r')} is a formula without a result")
    return [f"{name}: {fault}" for fault in faults]


def column_number(reference):
    number = 0
    for letter in re.match(r"[A-Z]+", reference).group():
        number = number * 26 + ord(letter) - 64
    return number
