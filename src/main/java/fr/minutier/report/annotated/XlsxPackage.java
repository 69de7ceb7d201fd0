package fr.minutier.report.annotated;

import fr.minutier.bordereau.SteadyPackage;
import fr.minutier.report.annotated.AnnotatedBordereau.Copy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.ss.util.CellAddress;

/** Writes a .xlsx again with its cells marked: the parts that this does not touch are copied byte for byte. */
final class XlsxPackage {
    private static final String SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final String WORKBOOK_TYPE = SPREADSHEET + "sheet.main+xml";
    private static final String TEMPLATE_TYPE = SPREADSHEET + "template.main+xml";
    private static final String SHEET_TYPE = SPREADSHEET + "worksheet+xml";
    private static final String STYLES_TYPE = SPREADSHEET + "styles+xml";
    private static final String COMMENTS_TYPE = SPREADSHEET + "comments+xml";
    private static final String SIGNATURES = "digital-signature/origin";
    private static final String BOXES_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing";

    /** Packed, as the copy is held in memory, where it takes four times as much for a moment. */
    private static final int MOST_BYTES = 30_000_000;

    private final Parts parts;
    private final Map<String, String> tabs;
    private final ToCorrect list;
    private final ContentTypes types;
    private final Relations relations;
    private final XlsxWorkbook workbook;
    private final String stylesPart;
    private final XlsxStyles styles;

    /** The parts that can be written as soon as all is planned. */
    private final Map<String, Writing> first = new LinkedHashMap<>();

    /** The parts that tell what was found while those were written, in their order. */
    private final Map<String, Writing> then = new LinkedHashMap<>();

    private final Set<String> dropped = new HashSet<>();
    private final Set<String> added = new HashSet<>();

    @FunctionalInterface
    private interface Writing {
        void to(XmlWriter out) throws IOException, XMLStreamException;
    }

    private XlsxPackage(Parts parts, ContentTypes types, String main, ToCorrect list, Map<String, String> tabs)
            throws IOException, XMLStreamException {
        this.parts = parts;
        this.list = list;
        this.tabs = tabs;
        this.types = types;
        this.relations = Relations.of(parts, main);
        this.workbook = new XlsxWorkbook(parts.read(main));
        Optional<String> there = relations.target("styles").flatMap(parts::named);
        Optional<String> theme = relations.target("theme").flatMap(parts::named);
        if (there.isPresent()) {
            stylesPart = there.get();
            styles = new XlsxStyles(
                    parts.read(stylesPart),
                    theme.isPresent() ? Optional.of(parts.read(theme.get())) : Optional.empty());
        } else {
            stylesPart = fresh("xl/styles", ".xml");
            styles = XlsxStyles.none(workbook.sml().plain());
            types.set(stylesPart, STYLES_TYPE);
            relations.add(workbook.sml().relation("styles"), stylesPart);
        }
        // A template would open as a new file under another name.
        types.set(main, WORKBOOK_TYPE);
        document(ContentTypes.PART, types.written());
        document(main, workbook.written());
        document(relations.part(), relations.written());
    }

    /**
     * The annotated file.
     *
     * @param marks by the names of the sheets
     * @param list that comes before the sheets
     * @return empty when it has macros, is too heavy, or is not a .xlsx that can be rewritten
     */
    static Optional<Copy> annotated(Path file, Map<String, Map<CellAddress, Remarks>> marks, ToCorrect list)
            throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            return Optional.empty();
        }
        try (ZipFile archive = new ZipFile(file.toFile())) {
            return annotated(Parts.of(archive), marks, list, Map.of());
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
    }

    /**
     * As the other, of a workbook that need not be a file.
     *
     * @param tabs what is written on the tabs of sheets, by their names, as far as it is something else
     */
    static Optional<Copy> annotated(
            Parts parts, Map<String, Map<CellAddress, Remarks>> marks, ToCorrect list, Map<String, String> tabs)
            throws IOException, XMLStreamException {
        if (!parts.names().contains(ContentTypes.PART)) {
            return Optional.empty();
        }
        ContentTypes types = new ContentTypes(parts.read(ContentTypes.PART));
        Relations top = Relations.of(parts, "");
        Optional<String> main = top.target("officeDocument").flatMap(parts::named);
        if (main.isEmpty() || types.tellMacros() || !isWorkbook(types.of(main.get()))) {
            return Optional.empty();
        }
        XlsxPackage made = new XlsxPackage(parts, types, main.get(), list, tabs);
        made.unsign(top);
        made.plan(marks);
        return Optional.of(new Copy(made.written(), "xlsx"));
    }

    private static boolean isWorkbook(String type) {
        return type.equals(WORKBOOK_TYPE) || type.equals(TEMPLATE_TYPE);
    }

    /** A signature of what was handed in is none of what is given back. */
    private void unsign(Relations top) {
        if (top.target(SIGNATURES).isPresent()) {
            top.remove(SIGNATURES);
            document(top.part(), top.written());
            parts.names().stream()
                    .filter(name -> name.startsWith("_xmlsignatures/"))
                    .forEach(this::drop);
        }
    }

    private void plan(Map<String, Map<CellAddress, Remarks>> marks) throws IOException, XMLStreamException {
        removeListOfBefore();
        boolean listed = !list.anomalies().isEmpty();
        List<XlsxWorkbook.Tab> there = workbook.tabs();
        int shown = 0;
        while (shown < there.size() - 1 && there.get(shown).hidden()) {
            shown++;
        }
        Map<String, Map<CellAddress, Remarks>> left = new HashMap<>();
        marks.forEach((name, cells) -> left.put(tabs.getOrDefault(name, name), cells));
        for (int place = 0; place < there.size(); place++) {
            Optional<String> part =
                    relations.target(there.get(place).relation(), "worksheet").flatMap(parts::named);
            if (part.isPresent()) {
                Map<CellAddress, Remarks> cells = left.remove(there.get(place).name());
                sheet(part.get(), cells == null ? Map.of() : cells, !listed && place == shown);
            }
        }
        if (listed) {
            list(marks.keySet());
        }
        workbook.opensOn(listed ? 0 : shown);
        then.put(stylesPart, out -> {
            out.declaration();
            out.write(styles.written());
        });
    }

    /** Takes off the list of an earlier annotation. */
    private void removeListOfBefore() throws IOException, XMLStreamException {
        List<XlsxWorkbook.Tab> there = workbook.tabs();
        Set<Integer> places = new HashSet<>();
        for (int place = 0; place < there.size(); place++) {
            if (list.isOfBefore(there.get(place).name())
                    && !tabs.containsValue(there.get(place).name())
                    && places.size() < there.size() - 1) {
                places.add(place);
                String id = there.get(place).relation();
                Optional<String> part = relations.target(id, "worksheet").flatMap(parts::named);
                if (part.isPresent()) {
                    drop(part.get());
                    dropped.add(Relations.of(parts, part.get()).part());
                }
                relations.removeOne(id);
            }
        }
        if (!places.isEmpty()) {
            workbook.remove(places);
            // It may name cells of the list; programs make it anew.
            relations.target("calcChain").flatMap(parts::named).ifPresent(this::drop);
            relations.remove("calcChain");
        }
    }

    private void drop(String part) {
        dropped.add(part);
        types.remove(part);
    }

    private void sheet(String part, Map<CellAddress, Remarks> marks, boolean selected)
            throws IOException, XMLStreamException {
        Relations own = Relations.of(parts, part);
        Optional<String> comments = own.target("comments").flatMap(parts::named);
        Map<CellAddress, Colours> before = Map.of();
        if (comments.isPresent()) {
            try (InputStream stream = parts.open(comments.get())) {
                before = XlsxComments.before(stream);
            }
        }
        boolean said = !marks.isEmpty() || !before.isEmpty();
        if (!said && isSelected(part) == selected) {
            return;
        }
        XlsxOutline outline;
        try (InputStream stream = parts.open(part)) {
            outline = XlsxOutline.read(stream);
        }
        XlsxMarkedSheet sheet = new XlsxMarkedSheet(parts, workbook.sml(), outline, marks);
        String boxesRelation = "";
        if (said) {
            String commentsPart = comments.orElseGet(() -> fresh("xl/comments", ".xml"));
            if (comments.isEmpty()) {
                own.add(workbook.sml().relation("comments"), commentsPart);
                types.set(commentsPart, COMMENTS_TYPE);
            }
            then.put(commentsPart, out -> sheet.comments(out, commentsPart));
            Optional<String> boxes = own.target(outline.boxes(), "vmlDrawing").flatMap(parts::named);
            String boxesPart = boxes.orElseGet(() -> fresh("xl/drawings/vmlDrawing", ".vml"));
            if (boxes.isEmpty()) {
                if (!outline.boxes().isEmpty()) {
                    throw new IOException("no boxes of comments where they should be: " + part);
                }
                boxesRelation = own.add(workbook.sml().relation("vmlDrawing"), boxesPart);
                types.setAlike(boxesPart, BOXES_TYPE);
            }
            then.put(boxesPart, out -> sheet.boxes(out, boxesPart));
            document(own.part(), own.written());
        }
        String newBoxes = boxesRelation;
        Map<CellAddress, Colours> worn = before;
        first.put(part, out -> sheet.cells(out, part, styles, worn, selected, newBoxes));
    }

    private boolean isSelected(String part) throws IOException, XMLStreamException {
        try (InputStream stream = parts.open(part)) {
            return XlsxOutline.isSelected(stream);
        }
    }

    /** @param names of the sheets that cells are marked on */
    private void list(Set<String> names) {
        Set<String> there = workbook.tabs().stream().map(XlsxWorkbook.Tab::name).collect(Collectors.toSet());
        Map<String, String> linked = new HashMap<>();
        names.forEach(name -> linked.put(name, tabs.getOrDefault(name, name)));
        linked.values().retainAll(there);
        String part = fresh("xl/worksheets/sheet", ".xml");
        types.set(part, SHEET_TYPE);
        String id = relations.add(workbook.sml().relation("worksheet"), part);
        workbook.addFirst(list.name(), id, XlsxToCorrect.HEADER);
        first.put(part, out -> new XlsxToCorrect(workbook.sml().plain(), styles, linked).write(out, list));
    }

    private void document(String part, XmlElement root) {
        first.put(part, out -> {
            out.declaration();
            out.write(root);
        });
    }

    private byte[] written() throws IOException, XMLStreamException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : parts.names()) {
                Writing writing = first.remove(name);
                if (writing != null) {
                    write(zip, name, writing);
                } else if (!then.containsKey(name) && !dropped.contains(name)) {
                    zip.putNextEntry(SteadyPackage.timeless(name));
                    try (InputStream stream = parts.open(name)) {
                        stream.transferTo(zip);
                    }
                }
            }
            for (var left : first.entrySet()) {
                write(zip, left.getKey(), left.getValue());
            }
            for (var left : then.entrySet()) {
                write(zip, left.getKey(), left.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static void write(ZipOutputStream zip, String name, Writing writing)
            throws IOException, XMLStreamException {
        zip.putNextEntry(SteadyPackage.timeless(name));
        XmlWriter out = new XmlWriter(zip);
        writing.to(out);
        out.flush();
    }

    private String fresh(String start, String end) {
        int number = 1;
        while (parts.named(start + number + end).isPresent() || !added.add(start + number + end)) {
            number++;
        }
        return start + number + end;
    }
}
