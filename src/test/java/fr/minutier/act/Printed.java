package fr.minutier.act;

import fr.minutier.certification.TemplateFolder;
import fr.minutier.check.AnomalyCode;
import fr.minutier.check.Bordereaux;
import fr.minutier.deliberation.Decision;
import fr.minutier.deliberation.Deliberation;
import fr.minutier.proof.SigningKey;
import fr.minutier.session.Session;
import fr.minutier.typesetting.TaggedText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** The acts that a bordereau gives, and what can be read on them once they are printed with the product's templates. */
final class Printed {
    private static final Press PRESS = press();

    private final Deliberation deliberation;
    private final Acts acts;

    private Printed(Session session, Optional<SigningKey> key) {
        deliberation = Deliberation.of(session);
        acts = new Acts(deliberation, Bordereaux.TODAY, key);
    }

    /** The acts of a bordereau, which must not be withheld as a whole. */
    static Printed of(Bordereaux bordereau) {
        return coded(bordereau, Optional.empty());
    }

    /** The same, with codes signed by that key. */
    static Printed coded(Bordereaux bordereau, Optional<SigningKey> key) {
        return new Printed(bordereau.session(), key);
    }

    private static Press press() {
        try {
            return press(TemplateFolder.of(Path.of("templates")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A press that knows the anomalies of the product's rules and definitions. */
    static Press press(TemplateFolder templates) throws IOException {
        return new Press(templates, anomalies());
    }

    /** The codes of anomalies that acts may have to put in words. */
    static Set<String> anomalies() {
        Set<String> codes = Stream.of(AnomalyCode.values()).map(Enum::name).collect(Collectors.toSet());
        Bordereaux.library().all().forEach(certification -> certification
                .blocks()
                .forEach(
                        block -> block.epreuves().getFirst().lengths().forEach(length -> codes.add(length.anomaly()))));
        return codes;
    }

    Act minutes() {
        return acts.minutes();
    }

    /** The acts of one candidate. */
    List<Act> of(String number) {
        for (Decision decision : deliberation.decisions()) {
            if (decision.candidate().number().equals(number)) {
                return acts.of(decision);
            }
        }
        throw new AssertionError("no candidate " + number);
    }

    /** The paths of all acts of all candidates. */
    List<String> paths() {
        return all().stream().map(Act::path).toList();
    }

    /** All acts of all candidates. */
    List<Act> all() {
        return deliberation.decisions().stream()
                .flatMap(decision -> acts.of(decision).stream())
                .toList();
    }

    /** The files in the folder of one candidate. */
    List<String> files(String number) {
        return of(number).stream()
                .map(act -> act.path().substring(("candidats/" + number + "/").length()))
                .toList();
    }

    /** The statement of one candidate, which always comes first. */
    Act statement(String number) {
        return of(number).getFirst();
    }

    static byte[] pdf(Act act) {
        return PRESS.print(act, Bordereaux.TODAY);
    }

    static boolean attests(Act act) {
        return act.kind() == ActKind.ATTESTATION_DE_REUSSITE || act.kind() == ActKind.ATTESTATION_DE_BLOC;
    }

    /** What readers show of an act in their title bar. */
    static String title(Act act) {
        try (PDDocument document = Loader.loadPDF(pdf(act))) {
            return document.getDocumentInformation().getTitle();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is read aloud of an act: all its words in the order of its tags, with one blank between them. */
    static String text(Act act) {
        return String.join(" ", TaggedText.of(pdf(act))).replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    /** The cells of the tables of an act, by rows of that many columns, heads included, from the row that begins so. */
    static List<String> row(Act act, int columns, String... begins) {
        List<String> cells = new ArrayList<>();
        for (TaggedText.Element element : TaggedText.elements(pdf(act))) {
            cells.add(element.text().replace('\u00a0', ' ').strip());
        }
        for (int i = 0; i + columns <= cells.size(); i++) {
            if (cells.subList(i, i + begins.length).equals(List.of(begins))) {
                return cells.subList(i, i + columns);
            }
        }
        throw new AssertionError("no row " + List.of(begins) + " in " + cells);
    }
}
