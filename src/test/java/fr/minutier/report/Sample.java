package fr.minutier.report;

import fr.minutier.bordereau.Address;
import fr.minutier.certification.Block;
import fr.minutier.certification.Certification;
import fr.minutier.certification.CertificationLibrary;
import fr.minutier.certification.Component;
import fr.minutier.certification.Gravity;
import fr.minutier.certification.InvalidDefinition;
import fr.minutier.certification.Route;
import fr.minutier.check.Anomaly;
import fr.minutier.check.Checked;
import fr.minutier.deliberation.Deliberation;
import fr.minutier.session.Candidate;
import fr.minutier.session.ComponentMark;
import fr.minutier.session.Identity;
import fr.minutier.session.Mark;
import fr.minutier.session.Reserve;
import fr.minutier.session.Session;
import fr.minutier.session.Standing;
import fr.minutier.session.Status;
import fr.minutier.session.VaeDecision;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** A session to report on, its people invented. */
@NullMarked
public final class Sample {
    static final Certification DEIS = deis();

    private Sample() {}

    static Session session(Status status, Candidate... candidates) {
        return new Session(
                "DEIS-2026-06",
                DEIS,
                "Session de juin 2026",
                status,
                LocalDate.of(2026, 6, 12),
                DEIS.authorities(),
                new Session.Circumstances(null, null, null, null, null, null, null),
                List.of(),
                List.of(candidates),
                List.of());
    }

    static Deliberation deliberation(Candidate... candidates) {
        return Deliberation.of(session(Status.DEFINITIF, candidates));
    }

    static Checked checked(Session session, Anomaly... anomalies) {
        return new Checked(
                session.id(), session, session.candidates().size(), List.of(anomalies), List.of("jury.xlsx"));
    }

    /** Marks in the order of the columns: memoir, its defence; report, its defence; article. */
    static Candidate examined(String number, String name, String... marks) {
        Map<String, Standing> standings = new LinkedHashMap<>();
        int next = 0;
        for (Block block : DEIS.blocks()) {
            List<ComponentMark> ofBlock = new ArrayList<>();
            for (Component component : block.epreuves().getFirst().components()) {
                ofBlock.add(new ComponentMark(component, mark(marks[next++])));
            }
            standings.put(block.code(), new Standing.Examined(ofBlock));
        }
        return candidate(number, name, standings, null);
    }

    static Candidate standing(String number, String name, Standing first, Standing second, Standing third) {
        Map<String, Standing> standings = new LinkedHashMap<>();
        standings.put("BC01", first);
        standings.put("BC02", second);
        standings.put("BC03", third);
        return candidate(number, name, standings, null);
    }

    static Candidate reserved(String number, String name, @Nullable String declared, String... codes) {
        return candidate(
                number,
                name,
                Map.of(),
                new Reserve(
                        declared,
                        Stream.of(codes)
                                .map(code -> new Reserve.Cause(code, code))
                                .toList()));
    }

    static Standing vae(VaeDecision decision) {
        return new Standing.ByExperience(decision);
    }

    public static Anomaly anomaly(Gravity gravity, String code, int row, int column, String candidate, String message) {
        return new Anomaly(
                new Address("jury.xlsx", "Candidats", row, column),
                Anomaly.Scope.CANDIDATE,
                candidate,
                code,
                gravity,
                message);
    }

    public static Anomaly ofSession(Gravity gravity, String code, String file, String message) {
        return new Anomaly(Address.ofSheet(file, ""), Anomaly.Scope.SESSION, "", code, gravity, message);
    }

    private static Candidate candidate(
            String number, String name, Map<String, Standing> standings, @Nullable Reserve reserve) {
        return new Candidate(
                number,
                new Identity("Mme", name, null, "Camille", LocalDate.of(1990, 2, 3), null, null, null),
                Route.FORMATION_CONTINUE,
                "G1",
                standings,
                Map.of(),
                List.of(),
                reserve);
    }

    private static Mark mark(String written) {
        return switch (written) {
            case "ABS" -> new Mark.Absent();
            case "NP" -> new Mark.NotPresented();
            default -> new Mark.Value(new BigDecimal(written.replace(',', '.')));
        };
    }

    private static Certification deis() {
        try {
            return new CertificationLibrary(Path.of("templates"))
                    .find("DEIS-RNCP39644")
                    .orElseThrow();
        } catch (InvalidDefinition e) {
            throw new IllegalStateException(e);
        }
    }
}
