package fr.minutier.check;

import fr.minutier.bordereau.Bordereau;
import fr.minutier.bordereau.Cell;
import fr.minutier.bordereau.Column;
import fr.minutier.bordereau.Columns;
import fr.minutier.bordereau.Label;
import fr.minutier.bordereau.SessionFields;
import fr.minutier.bordereau.Sheet;
import fr.minutier.bordereau.Table;
import fr.minutier.certification.Block;
import fr.minutier.certification.Certification;
import fr.minutier.certification.CertificationLibrary;
import fr.minutier.certification.Component;
import fr.minutier.certification.FrenchDecimal;
import fr.minutier.certification.LengthLimit;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a bordereau says, whatever its form: session, jury, candidates, marks, waivers. A closed session is recognised by
 * it, so that saving the file again, sorting it, moving its columns or writing a mark in another way is no change.
 */
public final class Content {
    private static final String CANDIDATES = "Candidats";

    /** What no act bears, and what announces a correction, is not part of what was decided. */
    private static final Set<String> LEFT_OUT =
            Set.of(Columns.EMAIL.key(), SessionFields.CORRECTIVE, SessionFields.CORRECTIVE_REASON);

    /** What takes its words from a closed list, in which case and accents say nothing. */
    private static final List<String> WORDS = List.of(
            SessionFields.STATUS,
            SessionFields.CERTIFICATION,
            Columns.COLLEGE.key(),
            Columns.ROLE.key(),
            Columns.PRESENT.key(),
            Columns.ROUTE.key(),
            Columns.COMPONENT.key());

    /** Between the parts of what is digested: no cell's text holds a control character. */
    private static final String NEXT = "\u001f";

    private final List<String> lines = new ArrayList<>();
    private final Map<String, Function<Cell, String>> readings = new HashMap<>();

    private Content(Optional<Certification> certification) {
        certification.ifPresent(known -> {
            for (Block block : known.blocks()) {
                for (Component component : block.epreuve().components()) {
                    readings.put(component.column(), cell -> mark(cell, known));
                }
                for (LengthLimit limit : block.epreuve().lengths()) {
                    readings.put(limit.column(), Content::number);
                }
                readings.put(block.vaeColumn(), Content::word);
            }
            readings.put(Columns.SETTLED.key(), cell -> mark(cell, known));
        });
        readings.put(Columns.NUMBER.key(), Cell::text);
        WORDS.forEach(key -> readings.put(key, Content::word));
    }

    /** SHA-256 of the content, in lower-case hexadecimal. */
    public static String digest(Bordereau bordereau, CertificationLibrary library) {
        Optional<SessionFields> fields = SessionFields.read(bordereau);
        Optional<Certification> certification = fields.flatMap(
                read -> library.find(read.first(SessionFields.CERTIFICATION).text()));
        Content content = new Content(certification);
        fields.ifPresent(content::session);
        content.sheet(Check.sheet(bordereau, "Jury"), "Jury", Columns.OF_JURY);
        content.sheet(
                Check.sheet(bordereau, CANDIDATES),
                CANDIDATES,
                certification.map(Columns::ofCandidates).orElse(Columns.OF_EVERY_CANDIDATE));
        content.sheet(Check.sheet(bordereau, Check.DELIBERATION), Check.DELIBERATION, Columns.OF_DELIBERATION);
        return content.digest();
    }

    private void session(SessionFields fields) {
        for (String name : SessionFields.names()) {
            if (!LEFT_OUT.contains(name)) {
                fields.all(name).forEach(cell -> lines.add("Session" + NEXT + name + NEXT + read(name, cell)));
            }
        }
    }

    private void sheet(Optional<Sheet> sheet, String name, List<Column> columns) {
        Optional<Table> table = sheet.flatMap(found -> Table.find(found, columns));
        if (table.isEmpty()) {
            return;
        }
        List<Table.Record> rows = name.equals(CANDIDATES)
                ? TotalRow.others(table.get(), Columns.REQUIRED_OF_CANDIDATES)
                : table.get().records();
        for (Table.Record row : rows) {
            StringBuilder line = new StringBuilder(name);
            for (Column column : columns) {
                Cell cell = row.cell(column.key());
                if (!cell.blank() && !LEFT_OUT.contains(column.key())) {
                    line.append(NEXT).append(column.key()).append(NEXT).append(read(column.key(), cell));
                }
            }
            lines.add(line.toString());
        }
    }

    private String read(String key, Cell cell) {
        return readings.getOrDefault(key, Content::dayOrText).apply(cell);
    }

    private static String mark(Cell cell, Certification certification) {
        return MarkReading.of(cell, certification.marks()) instanceof MarkReading.Read read
                ? read.mark().inFrench()
                : cell.text();
    }

    private static String number(Cell cell) {
        return cell.number().map(FrenchDecimal::of).orElseGet(cell::text);
    }

    private static String word(Cell cell) {
        return Label.fold(cell.text());
    }

    private static String dayOrText(Cell cell) {
        return cell.date().map(LocalDate::toString).orElseGet(cell::text);
    }

    private String digest() {
        Collections.sort(lines);
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
