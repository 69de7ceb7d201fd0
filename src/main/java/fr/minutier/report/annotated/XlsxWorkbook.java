package fr.minutier.report.annotated;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.namespace.QName;

/** The part of a .xlsx that names its sheets: some are taken off, and one is put before the others. */
final class XlsxWorkbook {
    private static final QName NAME = new QName("name");
    private static final QName SHEET_ID = new QName("sheetId");
    private static final QName STATE = new QName("state");
    private static final QName LOCAL_SHEET = new QName("localSheetId");
    private static final Set<String> BEFORE_NAMES = Set.of("sheets", "functionGroups", "externalReferences");

    private final XmlElement root;
    private final Sml sml;
    private final QName relation;
    private final XmlElement sheets;

    /**
     * A sheet as its tab shows it.
     *
     * @param relation the identity of the relation to its part
     */
    record Tab(String name, String relation, boolean hidden) {}

    XlsxWorkbook(XmlElement root) {
        this.root = root;
        this.sml = Sml.of(root);
        this.relation = sml.relationId(root);
        this.sheets = root.child(sml.name("sheets"))
                .orElseThrow(() -> new IllegalArgumentException("a workbook without sheets"));
    }

    XmlElement written() {
        return root;
    }

    Sml sml() {
        return sml;
    }

    List<Tab> tabs() {
        return sheets.elements().stream()
                .map(sheet -> new Tab(
                        sheet.get(NAME, ""),
                        sheet.get(relation, ""),
                        !sheet.get(STATE, "visible").equals("visible")))
                .toList();
    }

    /** Takes off the sheets at these places, and what names them. */
    void remove(Set<Integer> places) {
        List<XmlElement> before = sheets.elements();
        List<Integer> left = new ArrayList<>();
        for (int place = 0; place < before.size(); place++) {
            if (places.contains(place)) {
                sheets.children().remove(before.get(place));
                String gone = before.get(place).get(NAME, "").replace("'", "''") + "'!";
                root.child(sml.name("definedNames")).ifPresent(names -> names.children()
                        .removeIf(name -> name instanceof XmlElement defined
                                && defined.text().contains(gone)));
            } else {
                left.add(place);
            }
        }
        renumber(left);
    }

    /** Where a sheet stands is told by names that are its own. */
    private void renumber(List<Integer> places) {
        root.child(sml.name("definedNames")).ifPresent(names -> {
            for (XmlElement name : names.elements()) {
                String local = name.get(LOCAL_SHEET, "");
                if (!local.isEmpty()) {
                    int now = places.indexOf(Integer.parseInt(local.strip()));
                    if (now < 0) {
                        names.children().remove(name);
                    } else {
                        name.set(LOCAL_SHEET, String.valueOf(now));
                    }
                }
            }
            if (names.elements().isEmpty()) {
                root.children().remove(names);
            }
        });
    }

    /**
     * Puts a sheet before the others.
     *
     * @param repeated the row that is printed on each of its pages, counted from one
     */
    void addFirst(String name, String relationId, int repeated) {
        List<Integer> places = new ArrayList<>();
        places.add(-1);
        int highest = 0;
        for (XmlElement sheet : sheets.elements()) {
            places.add(places.size() - 1);
            highest =
                    Math.max(highest, Integer.parseInt(sheet.get(SHEET_ID, "0").strip()));
        }
        renumber(places);
        sheets.children()
                .addFirst(sml.element("sheet")
                        .set(NAME, name)
                        .set(SHEET_ID, String.valueOf(highest + 1))
                        .set(relation, relationId));
        XmlElement names = root.child(sml.name("definedNames")).orElseGet(this::newNames);
        names.add(sml.element("definedName")
                .set(NAME, "_xlnm.Print_Titles")
                .set(LOCAL_SHEET, "0")
                .add(new XmlNode.Text("'" + name.replace("'", "''") + "'!$" + repeated + ":$" + repeated)));
    }

    private XmlElement newNames() {
        XmlElement names = sml.element("definedNames");
        int place = 0;
        for (int at = 0; at < root.children().size(); at++) {
            if (root.children().get(at) instanceof XmlElement child
                    && BEFORE_NAMES.contains(child.name().getLocalPart())) {
                place = at + 1;
            }
        }
        root.children().add(place, names);
        return names;
    }

    /** Makes it open on the sheet at that place. */
    void opensOn(int place) {
        XmlElement views = root.child(sml.name("bookViews")).orElseGet(() -> {
            XmlElement made = sml.element("bookViews").add(sml.element("workbookView"));
            root.children().add(root.children().indexOf(sheets), made);
            return made;
        });
        for (XmlElement view : views.elements()) {
            view.attributes().remove(new QName("firstSheet"));
            view.set(new QName("activeTab"), String.valueOf(place));
        }
    }
}
