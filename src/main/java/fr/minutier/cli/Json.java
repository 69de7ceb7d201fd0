package fr.minutier.cli;

import fr.minutier.certification.Gravity;
import fr.minutier.check.Anomaly;
import fr.minutier.deliberation.Account;
import fr.minutier.night.NightResult;
import fr.minutier.night.NightResult.Fate;
import fr.minutier.night.NightResult.SessionResult;
import fr.minutier.night.Shelved;
import fr.minutier.night.WorkerSeen;
import fr.minutier.register.Closing;
import fr.minutier.register.Edition;
import fr.minutier.register.IssuedAct;
import fr.minutier.register.IssuedDecision;
import fr.minutier.register.Outcome;
import fr.minutier.register.Register;
import fr.minutier.report.SessionLine;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * What {@code run}, {@code check} and {@code status} answer to another program: one object on one line, written as it
 * goes. Fields may be added; those that are there keep their names and their meaning (src/docs/json.md).
 */
final class Json implements AutoCloseable {
    private final JsonGenerator json;
    private final PrintStream out;

    /** Begins the answer of a command; {@link #close} ends it. */
    Json(PrintStream out, String command) {
        this.out = out;
        this.json = new JsonFactory()
                .rebuild()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build()
                .createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8);
        json.writeStartObject();
        json.writeStringProperty("commande", command);
    }

    /** What {@code check} found. */
    void check(int files, List<Anomaly> anomalies, int status) {
        json.writeNumberProperty("bordereaux", files);
        counts(anomalies);
        anomalies("anomalies", anomalies);
        json.writeNumberProperty("sortie", status);
    }

    /** What came of a night. */
    void run(NightResult result, Path output, int status) {
        json.writeBooleanProperty("arrete", result.stopped());
        json.writeArrayPropertyStart("sessions");
        result.sessions().forEach(session -> session(session, output));
        json.writeEndArray();
        anomalies("hors_sessions", result.unattached());
        page(output.resolve("index.html"));
        json.writeNumberProperty("sortie", status);
    }

    /** Where each of these sessions stands. */
    void status(Iterable<String> sessions, @Nullable Register register) {
        json.writeArrayPropertyStart("sessions");
        if (register != null) {
            sessions.forEach(session -> session(session, register));
        }
        json.writeEndArray();
    }

    /** The workers of the register's nights. */
    void workers(List<WorkerSeen> workers) {
        json.writeArrayPropertyStart("ouvriers");
        for (WorkerSeen worker : workers) {
            json.writeStartObject();
            json.writeStringProperty("machine", worker.machine());
            json.writeNumberProperty("processus", worker.process());
            json.writeArrayPropertyStart("en_main");
            worker.inHand().stream()
                    .filter(work -> !work.isRange())
                    .map(WorkerSeen.InHand::session)
                    .forEach(json::writeString);
            json.writeEndArray();
            json.writeArrayPropertyStart("plages_en_main");
            worker.inHand().stream().filter(WorkerSeen.InHand::isRange).forEach(this::range);
            json.writeEndArray();
            json.writeNumberProperty("sessions_terminees", worker.made());
            json.writeNumberProperty("candidats", worker.candidates());
            json.writeNumberProperty("candidats_par_minute", worker.perMinute());
            json.writeNumberProperty("silence_s", worker.silentSeconds());
            json.writeBooleanProperty("silencieux", worker.isSilent());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void range(WorkerSeen.InHand range) {
        json.writeStartObject();
        json.writeStringProperty("session", range.session());
        json.writeNumberProperty("premier_candidat", range.from() + 1);
        json.writeNumberProperty("dernier_candidat", range.to());
        json.writeEndObject();
    }

    /** All editions of one session, and whether its folder is as published. */
    void detail(Edition current, Register register, Path folder, Shelved shelved) {
        json.writeArrayPropertyStart("editions");
        for (Edition edition : register.editions(current.session())) {
            json.writeStartObject();
            edition(edition);
            json.writeNumberProperty(
                    "nombre_d_actes", Objects.requireNonNull(edition.outcome()).acts());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringProperty("dossier", folder.toString());
        json.writeStringProperty(
                "etat_du_dossier",
                switch (shelved) {
                    case AS_PUBLISHED -> "publie";
                    case CHANGED -> "modifie";
                    case MISSING -> "absent";
                });
    }

    @Override
    public void close() {
        json.writeEndObject();
        json.close();
        out.println();
        out.flush();
    }

    private void session(SessionResult result, Path output) {
        SessionLine line = result.line();
        json.writeStartObject();
        json.writeStringProperty("session", line.id());
        json.writeStringProperty("libelle", line.label());
        json.writeStringProperty("statut", line.status());
        json.writeStringProperty("etat", word(result.fate()));
        json.writeBooleanProperty("retenue", line.withheld());
        json.writeNumberProperty("candidats", line.candidates());
        json.writeNumberProperty("admis", line.admitted());
        json.writeNumberProperty("partiels", line.partial());
        json.writeNumberProperty("ajournes", line.failed());
        json.writeNumberProperty("reserves", line.reserved());
        json.writeNumberProperty("bloquantes", line.blocking());
        json.writeNumberProperty("a_arbitrer", line.toSettle());
        numbers("actes", new TreeMap<>(result.actsByKind()));
        page(output.resolve(line.id()).resolve("index.html"));
        json.writeEndObject();
    }

    private void session(String session, Register register) {
        json.writeStartObject();
        json.writeStringProperty("session", session);
        Optional<Edition> current = register.current(session);
        current.ifPresent(edition -> inForce(edition, register));
        json.writeArrayPropertyStart("en_cours");
        register.unfinished().stream()
                .filter(begun -> begun.session().equals(session))
                .forEach(begun -> {
                    json.writeStartObject();
                    edition(begun);
                    json.writeEndObject();
                });
        json.writeEndArray();
        json.writeEndObject();
    }

    private void inForce(Edition edition, Register register) {
        Account account = register.account(edition).orElse(null);
        Outcome outcome = Objects.requireNonNull(edition.outcome());
        List<IssuedDecision> decisions = register.decisions(edition);
        if (account != null && !account.withheld()) {
            json.writeStringProperty("libelle", account.label());
            json.writeStringProperty("certification", account.certification());
        }
        edition(edition);
        json.writeBooleanProperty("retenue", Situation.isWithheld(edition, account, decisions));
        json.writeNumberProperty("candidats", outcome.candidates());
        json.writeNumberProperty("reserves", outcome.withheld());
        numbers(
                "decisions",
                decisions.stream()
                        .collect(Collectors.groupingBy(IssuedDecision::decision, TreeMap::new, Collectors.counting())));
        numbers(
                "actes",
                register.acts(edition).stream()
                        .collect(Collectors.groupingBy(IssuedAct::kind, TreeMap::new, Collectors.counting())));
        json.writeNumberProperty("anomalies", outcome.anomalies());
    }

    private void edition(Edition edition) {
        json.writeNumberProperty("edition", edition.number());
        json.writeStringProperty("prise_le", edition.takenUp().toString());
        json.writeBooleanProperty("definitive", edition.closing() == Closing.DEFINITIF);
    }

    private static String word(Fate fate) {
        return switch (fate) {
            case MADE -> "produite";
            case UNCHANGED -> "inchangee";
            case CLOSED -> "close";
            case CLOSED_AND_CHANGED -> "close_et_changee";
            case WOULD_BE_MADE -> "serait_produite";
            case IN_THE_WAY -> "place_occupee";
            case LEFT -> "laissee";
            case STOPPED -> "arretee";
            case FAILED -> "defaillance";
        };
    }

    private void counts(List<Anomaly> anomalies) {
        Map<Gravity, Long> counts = new EnumMap<>(Gravity.class);
        for (Gravity gravity : Gravity.values()) {
            counts.put(gravity, 0L);
        }
        anomalies.forEach(anomaly -> counts.merge(anomaly.gravity(), 1L, Long::sum));
        json.writeObjectPropertyStart("gravites");
        counts.forEach(
                (gravity, count) -> json.writeNumberProperty(gravity.name().toLowerCase(Locale.ROOT), count));
        json.writeEndObject();
    }

    private void anomalies(String name, List<Anomaly> anomalies) {
        json.writeArrayPropertyStart(name);
        for (Anomaly anomaly : anomalies) {
            json.writeStartObject();
            json.writeStringProperty("fichier", anomaly.where().file());
            json.writeStringProperty("feuille", anomaly.where().sheet());
            json.writeStringProperty("cellule", anomaly.where().a1());
            json.writeStringProperty("candidat", anomaly.candidate());
            json.writeStringProperty("code", anomaly.code());
            json.writeStringProperty("gravite", anomaly.gravity().name());
            json.writeStringProperty("message", anomaly.message());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void numbers(String name, Map<String, Long> numbers) {
        json.writeObjectPropertyStart(name);
        numbers.forEach(json::writeNumberProperty);
        json.writeEndObject();
    }

    private void page(Path page) {
        if (Files.exists(page)) {
            json.writeStringProperty("page", page.toString());
        }
    }
}
