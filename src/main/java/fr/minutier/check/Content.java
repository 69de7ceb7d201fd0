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
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
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

    /** What every act says of its session, whoever it is for. */
    private static final Set<String> HEADING =
            Set.of(SessionFields.CERTIFICATION, SessionFields.LABEL, SessionFields.AUTHORITY);

    /** Between the parts of what is digested: no cell's text holds a control character. */
    private static final String NEXT = "\u001f";

    private static final String DAY = "Session" + NEXT + SessionFields.DELIBERATED + NEXT;

    private final List<String> lines = new ArrayList<>();
    private final List<String> heading = new ArrayList<>();
    private final Map<String, List<String>> ofCandidates = new HashMap<>();
    private final Meaning meaning;

    private Content(Meaning meaning) {
        this.meaning = meaning;
    }

    /**
     * The content, the same whether one file or several say it.
     *
     * @param bordereaux of one session
     */
    public static Content of(List<Bordereau> bordereaux, CertificationLibrary library) {
        List<Bordereau> files = Check.inOrder(bordereaux);
        List<SessionFields> each = files.stream()
                .flatMap(file -> SessionFields.read(file).stream())
                .toList();
        Optional<Certification> certification = each.isEmpty()
                ? Optional.empty()
                : library.find(SessionFields.united(each)
                        .first(SessionFields.CERTIFICATION)
                        .text());
        List<Certification> regimes = Regimes.of(files, certification, library).all();
        List<Column> columns = Columns.ofCandidates(regimes);
        Meaning meaning = new Meaning(regimes);
        Content content = new Content(meaning);
        if (!each.isEmpty()) {
            content.session(SessionFields.united(each));
        }
        content.sheet("Jury", UnitedTable.jury(files, meaning), Columns.OF_JURY);
        content.sheet("Candidats", UnitedTable.candidates(files, columns, meaning), columns);
        content.sheet(Check.DELIBERATION, UnitedTable.deliberation(files, meaning), Columns.OF_DELIBERATION);
        return content;
    }

    private void session(SessionFields fields) {
        for (String name : SessionFields.names()) {
            if (!LEFT_OUT.contains(name)) {
                for (String said : meaning.of(name, fields.all(name))) {
                    String line = "Session" + NEXT + name + NEXT + said;
                    lines.add(line);
                    if (HEADING.contains(name)) {
                        heading.add(line);
                    }
                }
            }
        }
    }

    private void sheet(String name, UnitedTable table, List<Column> columns) {
        for (Row row : table.rows()) {
            StringBuilder line = new StringBuilder(name);
            for (Column column : columns) {
                if (!LEFT_OUT.contains(column.key())) {
                    meaning.of(column.key(), row.cells(column.key())).stream()
                            .filter(said -> !said.isEmpty())
                            .forEach(said -> line.append(NEXT)
                                    .append(column.key())
                                    .append(NEXT)
                                    .append(said));
                }
            }
            lines.add(line.toString());
            String candidate = columns.contains(Columns.NUMBER)
                    ? row.cell(Columns.NUMBER.key()).text()
                    : "";
            if (!candidate.isEmpty()) {
                ofCandidates
                        .computeIfAbsent(candidate, any -> new ArrayList<>())
                        .add(line.toString());
            }
        }
    }

    /** SHA-256 of the whole, in lower-case hexadecimal. */
    public String digest() {
        return digest(lines);
    }

    /** SHA-256 of the whole but the day of the deliberation: a correction must change it, and not only its day. */
    public String digestWithoutDay() {
        return digest(lines.stream().filter(line -> !line.startsWith(DAY)).toList());
    }

    /** SHA-256 of what every act says of its session, whoever it is for. */
    public String digestOfHeading() {
        return digest(heading);
    }

    /** SHA-256 of all that is said of that candidate, his settled marks included. */
    public String digestOf(String candidate) {
        return digest(ofCandidates.getOrDefault(candidate, List.of()));
    }

    private static String digest(List<String> lines) {
        List<String> sorted = lines.stream().sorted().toList();
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(String.join("\n", sorted).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
