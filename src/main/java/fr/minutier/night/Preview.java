package fr.minutier.night;

import fr.minutier.act.Act;
import fr.minutier.act.ActKind;
import fr.minutier.act.Acts;
import fr.minutier.act.Press;
import fr.minutier.bordereau.reader.Inbox;
import fr.minutier.certification.CertificationLibrary;
import fr.minutier.certification.InvalidDefinition;
import fr.minutier.certification.TemplateFolder;
import fr.minutier.check.Check;
import fr.minutier.check.Checked;
import fr.minutier.check.Past;
import fr.minutier.deliberation.Decision;
import fr.minutier.deliberation.Deliberation;
import fr.minutier.session.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One act of a fictional session, printed as those of the night are. That session is an ordinary bordereau, the folder
 * {@code apercu} of the templates: it is read, checked and deliberated as any other, so an example never shows what the
 * program does not do.
 */
public final class Preview {
    private static final String SAMPLE = "apercu";

    private Preview() {}

    /**
     * Prints an act.
     *
     * @param others templates that take the place of those of the folder
     * @param today the day that the act bears
     * @return the PDF; empty when the fictional session gives no such act
     * @throws InvalidDefinition for a definition that cannot be used
     * @throws fr.minutier.typesetting.InvalidTemplate for templates that cannot be used
     * @throws IOException when a file cannot be read
     */
    public static Optional<byte[]> of(
            TemplateFolder templates, ActKind kind, Map<ActKind, Path> others, LocalDate today)
            throws IOException, InvalidDefinition {
        CertificationLibrary library = new CertificationLibrary(templates);
        Press press = new Press(templates, Studio.anomalies(library), others, Optional.empty());
        HandedIn sample = HandedIn.read(new Inbox.CsvFolder(templates.file(SAMPLE), SAMPLE));
        if (!(sample instanceof HandedIn.Legible legible)) {
            return Optional.empty();
        }
        Checked checked = new Check(library, today, press::unprintable).check(List.of(legible.bordereau()), Past.NONE);
        Session session = checked.session();
        if (session == null) {
            return Optional.empty();
        }
        Deliberation deliberation = Deliberation.of(session);
        LocalDate day = session.deliberatedOn() == null ? today : session.deliberatedOn();
        Acts acts = new Acts(deliberation, day);
        Stream<Act> all = Stream.concat(
                Stream.of(acts.minutes()),
                deliberation.decisions().stream().flatMap((Decision decision) -> acts.of(decision).stream()));
        return all.filter(act -> act.kind() == kind).findFirst().map(act -> press.print(act, day));
    }
}
