package fr.minutier.check;

import fr.minutier.bordereau.Bordereau;
import fr.minutier.bordereau.Column;
import fr.minutier.bordereau.Columns;
import fr.minutier.bordereau.SessionFields;
import fr.minutier.certification.Certification;
import fr.minutier.certification.CertificationLibrary;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the bordereaux of a session say, whatever their form: session, jury, candidates, marks, waivers. A closed session is recognised by
 * it, so that saving the file again, sorting it, moving its columns or writing a mark in another way is no change.
 */
public final class Content {
    /**
     * What no act bears (an address, what only an export asks for), what announces a correction, and what only counts the rows, for one file or for all, is not part
     * of what was decided.
     */
    private static final Set<String> LEFT_OUT = Set.of(
            Columns.EMAIL.key(),
            Columns.SEX.key(),
            Columns.BIRTH_COMMUNE.key(),
            Columns.BIRTH_COUNTRY.key(),
            SessionFields.COUNT,
            SessionFields.CORRECTIVE,
            SessionFields.CORRECTIVE_REASON);

    /** Between the parts of what is digested: no cell's text holds a control character. */
    private static final String NEXT = "\u001f";

    private final List<String> lines = new ArrayList<>();
    private final Meaning meaning;

    private Content(Meaning meaning) {
        this.meaning = meaning;
    }

    /**
     * SHA-256 of the content, in lower-case hexadecimal; the same whether one file or several say it.
     *
     * @param bordereaux of one session
     */
    public static String digest(List<Bordereau> bordereaux, CertificationLibrary library) {
        List<Bordereau> files = Check.inOrder(bordereaux);
        List<SessionFields> each = files.stream()
                .flatMap(file -> SessionFields.read(file).stream())
                .toList();
        Optional<Certification> certification = each.isEmpty()
                ? Optional.empty()
                : library.find(SessionFields.united(each)
                        .first(SessionFields.CERTIFICATION)
                        .text());
        List<Column> columns = certification.map(Columns::ofCandidates).orElse(Columns.OF_EVERY_CANDIDATE);
        Meaning meaning = new Meaning(certification);
        Content content = new Content(meaning);
        if (!each.isEmpty()) {
            content.session(SessionFields.united(each));
        }
        content.sheet("Jury", UnitedTable.jury(files, meaning), Columns.OF_JURY);
        content.sheet("Candidats", UnitedTable.candidates(files, columns, meaning), columns);
        content.sheet(Check.DELIBERATION, UnitedTable.deliberation(files, meaning), Columns.OF_DELIBERATION);
        return content.digest();
    }

    private void session(SessionFields fields) {
        for (String name : SessionFields.names()) {
            if (!LEFT_OUT.contains(name)) {
                meaning.of(name, fields.all(name)).forEach(said -> lines.add("Session" + NEXT + name + NEXT + said));
            }
        }
    }

    private void sheet(String name, UnitedTable table, List<Column> columns) {
        for (Row row : table.rows()) {
            StringBuilder line = new StringBuilder(name);
            for (Column column : columns) {
                if (!LEFT_OUT.contains(column.key())) {
                    meaning.of(column.key(), row.cells(column.key())).forEach(said -> line.append(NEXT)
                            .append(column.key())
                            .append(NEXT)
                            .append(said));
                }
            }
            lines.add(line.toString());
        }
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
