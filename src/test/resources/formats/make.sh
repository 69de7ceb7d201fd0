#!/bin/sh
# Makes the workbooks and CSV files beside this script from their two sources:
#   session-mai.fods   a session as a person types it, which LibreOffice computes and saves in every format;
#   session-excel/     the parts of a .xlsx with the number text, shared formulas, rich and inline strings of Excel.
# What is checked in was made with LibreOffice 7.4.7.2 in an English locale, and zip 3.0.
set -eu
cd "$(dirname "$0")"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

convert() {
    soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to "$1" --outdir "$3" "$2" >/dev/null
}

rm -f ./*.xlsx ./*.xls ./*.ods
(cd session-excel && zip -q -X -r ../session-excel.xlsx '[Content_Types].xml' _rels xl)

convert 'xlsx:Calc MS Excel 2007 XML' session-mai.fods .
for source in session-mai.fods session-excel.xlsx; do
    convert ods:calc8 "$source" .
    convert 'xls:MS Excel 97' "$source" .
done

# Every sheet to a CSV of its own (-1): semicolon, quotes, UTF-8, values as they show.
convert 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,-1' session-mai.fods "$work"
rm -rf DEIS-2026-MAI
mkdir DEIS-2026-MAI
mv "$work/session-mai-Session.csv" DEIS-2026-MAI/session.csv
mv "$work/session-mai-Jury.csv" DEIS-2026-MAI/jury.csv
mv "$work/session-mai-Candidats.csv" DEIS-2026-MAI/candidats.csv
mv "$work/session-mai-Délibération.csv" DEIS-2026-MAI/deliberation.csv
