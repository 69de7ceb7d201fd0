"""Types into workbooks as a person does in LibreOffice with French settings, and saves each where it lies.

usage: type_into.py SOFFICE PROFILE TYPED...

TYPED is a file of lines that tabs part: first the workbook alone, then sheet, header, entry below the header from 1
on (0: the value beside a field of two columns), and the text typed. Whatever a person could not have typed, because
a cell is locked or a drop-down has no such word, is told on stderr and ends with status 1.
"""

import pathlib
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.sheet.ValidationType import LIST

HEADER_ROWS = 20
HEADER_COLUMNS = 80
FRENCH = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>fr-FR</value></prop></item>
</oor:items>
"""
faults = []


def connected(soffice, profile):
    """The running program, started for this; waits for it at most a minute."""
    profile = pathlib.Path(profile)
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(FRENCH, encoding="utf-8")
    pipe = "minutier" + str(time.time_ns())
    process = subprocess.Popen([
        soffice, "--headless", "--norestore", "--nologo",
        "-env:UserInstallation=" + profile.resolve().as_uri(),
        "--accept=pipe,name=" + pipe + ";urp;"])
    resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(240):
        try:
            return process, resolver.resolve("uno:pipe,name=" + pipe + ";urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.25)
    process.kill()
    raise SystemExit("soffice does not answer")


def places(sheet):
    """Where each text of the top of the sheet stands, read at once: asking for cells one by one takes minutes."""
    top = sheet.getCellRangeByPosition(0, 0, HEADER_COLUMNS - 1, HEADER_ROWS - 1).DataArray
    return {text: (column, row) for row, texts in reversed(list(enumerate(top))) for column, text in enumerate(texts)}


def words_offered(document, cell):
    """The words of its drop-down; None when it has none."""
    rule = cell.Validation
    if rule.Type != LIST:
        return None
    formula = rule.getFormula1()
    if formula.startswith('"'):
        return [word.strip('"') for word in formula.split(";")]
    area = document.NamedRanges.getByName(formula).ReferredCells if document.NamedRanges.hasByName(formula) else None
    if area is None:
        name, cells = formula.lstrip("$").replace("'", "").split(".")
        area = document.Sheets.getByName(name).getCellRangeByName(cells.replace("$", ""))
    return [str(value) for row in area.DataArray for value in row]


def type_into(document, typed):
    tops = {name: places(document.Sheets.getByName(name)) for name in document.Sheets.ElementNames}
    for line in typed:
        sheet, header, entry, text = line.split("\t")
        if header not in tops[sheet]:
            raise SystemExit("no header " + header)
        column, row = tops[sheet][header]
        beside, below = (1, 0) if entry == "0" else (0, int(entry))
        cell = document.Sheets.getByName(sheet).getCellByPosition(column + beside, row + below)
        where = cell.AbsoluteName + " " + header + ": " + text
        offered = words_offered(document, cell)
        if offered is not None and text and text not in offered and cell.Validation.ErrorAlertStyle.value == "STOP":
            faults.append("refused by the drop-down " + where + " not in " + str(offered))
        before = cell.String
        cell.FormulaLocal = text
        if cell.String == before and text and before != text:
            faults.append("locked " + where)


def main(soffice, profile, *files):
    process, context = connected(soffice, profile)
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    try:
        for file in files:
            workbook, *typed = pathlib.Path(file).read_text(encoding="utf-8").splitlines()
            hidden = PropertyValue()
            hidden.Name = "Hidden"
            hidden.Value = True
            document = desktop.loadComponentFromURL(pathlib.Path(workbook).resolve().as_uri(), "_blank", 0, (hidden,))
            if document is None:
                raise SystemExit("cannot be opened: " + workbook)
            try:
                type_into(document, typed)
                document.store()
            finally:
                document.close(True)
    finally:
        desktop.terminate()
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
