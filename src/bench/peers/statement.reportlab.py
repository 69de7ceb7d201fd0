"""ReportLab at its best: fonts registered and the logo read once. FOLDER WARM-UP SECONDS -> documents, CPU, wall, bytes."""
import io
import itertools
import json
import sys
import time

try:
    from reportlab.lib import colors
    from reportlab.lib.enums import TA_RIGHT
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Flowable, Image, Paragraph, SimpleDocTemplate, Table, TableStyle
except ImportError:
    sys.exit(3)

folder, warm_up, seconds = sys.argv[1], float(sys.argv[2]), float(sys.argv[3])
pdfmetrics.registerFont(TTFont("Sans", folder + "/fonts/LiberationSans-Regular.ttf"))
pdfmetrics.registerFont(TTFont("Sans-Bold", folder + "/fonts/LiberationSans-Bold.ttf"))
pdfmetrics.registerFontFamily("Sans", normal="Sans", bold="Sans-Bold")
TEXT = ParagraphStyle("text", fontName="Sans", fontSize=8, leading=10)
RIGHT = ParagraphStyle("right", parent=TEXT, alignment=TA_RIGHT)
HEADING = ParagraphStyle("heading", parent=TEXT, fontName="Sans-Bold", fontSize=11, leading=14)
GRID = TableStyle([
    ("GRID", (0, 0), (-1, -1), 0.5, colors.grey),
    ("BACKGROUND", (0, 0), (-1, 0), colors.lightgrey),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
])
WIDTH = A4[0] - 102
LOGO = ImageReader(folder + "/logo.png")


class Logo(Flowable):
    width, height = 102, 34

    def draw(self):
        self.canv.drawImage(LOGO, 0, 0, self.width, self.height)


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br/>")


def markup(spans):
    return "".join("<b>%s</b>" % escaped(s["text"]) if s["bold"] else escaped(s["text"]) for s in spans)


def flowables(statement, number):
    for item in statement:
        kind = item["kind"]
        if kind == "heading":
            yield Paragraph(escaped(item["text"]), HEADING)
        elif kind == "paragraph":
            yield Paragraph(markup(item["spans"]), TEXT)
        elif kind == "table":
            whole = sum(item["shares"])
            widths = [WIDTH * share / whole for share in item["shares"]]
            rows = [[Paragraph(markup(cell), RIGHT if right else TEXT) for cell, right in zip(row, item["right"])]
                    for row in item["rows"]]
            yield Table(rows, widths, style=GRID, repeatRows=1)
        elif kind == "logo":
            yield Logo()
        elif kind == "code":
            yield Image("%s/qr-%d.png" % (folder, number), 90, 90)


def print_one(number):
    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=A4, leftMargin=51, rightMargin=51, topMargin=40, bottomMargin=40).build(
        list(flowables(statements[number], number)))
    return out.getvalue()


statements = json.load(open(folder + "/statements.json", encoding="utf-8"))
turn = itertools.cycle(range(len(statements)))
begin = time.monotonic()
while time.monotonic() - begin < warm_up:
    pdf = print_one(next(turn))
open(folder + "/../pages/REPORTLAB.pdf", "wb").write(pdf)
begin, cpu, documents = time.monotonic(), time.process_time(), 0
while time.monotonic() - begin < seconds:
    pdf = print_one(next(turn))
    documents += 1
print(documents, time.process_time() - cpu, time.monotonic() - begin, len(pdf))
