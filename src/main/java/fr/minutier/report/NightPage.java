package fr.minutier.report;

import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;
import static j2html.TagCreator.text;
import static j2html.TagCreator.tr;

import fr.minutier.certification.FrenchCount;
import fr.minutier.check.Anomaly;
import j2html.tags.DomContent;
import j2html.tags.specialized.SpanTag;
import j2html.tags.specialized.TdTag;
import j2html.tags.specialized.TrTag;
import java.util.ArrayList;
import java.util.List;

/** The page of the night, {@code index.html} of the output folder. */
public final class NightPage {
    private NightPage() {}

    /**
     * The page, whole in one file.
     *
     * @param sessions in the order in which they are shown
     * @param unattached anomalies that no session's folder tells of: files that belong to no session, closed sessions
     */
    public static byte[] html(List<SessionLine> sessions, List<Anomaly> unattached) {
        return Page.whole(
                "Sessions de jury",
                Page.top(h1("Sessions de jury"), p(summary(sessions))),
                Page.content(
                        section(
                                h2("Sessions"),
                                sessions.isEmpty()
                                        ? p("Aucune session n’a été trouvée dans le dossier d’entrée.")
                                        : Page.tableOf(
                                                "Chaque session mène à ses documents et à son rapport.",
                                                List.of(
                                                        "Session",
                                                        "État",
                                                        "Candidats",
                                                        "Admis",
                                                        "Validation partielle",
                                                        "Ajournés",
                                                        "Réservés",
                                                        "Anomalies qui retiennent"),
                                                sessions.stream()
                                                        .map(NightPage::row)
                                                        .toList())),
                        iff(!unattached.isEmpty(), unattached(unattached))));
    }

    private static String summary(List<SessionLine> sessions) {
        long withheld = sessions.stream().filter(SessionLine::withheld).count();
        String all = FrenchCount.of(sessions.size(), "session");
        return withheld == 0
                ? all + "."
                : all + ", dont " + FrenchCount.of(withheld, "retenue") + Phrases.NBSP
                        + ": rien n’y est produit tant que le bordereau n’est pas corrigé.";
    }

    private static TrTag row(SessionLine session) {
        String index = session.id() + "/index.html";
        boolean named = !session.label().isEmpty();
        return tr(
                Page.rowHeader(
                        Page.link(index, named ? session.label() : session.id()),
                        iff(named, span(session.id()).withClass("aside")),
                        each(session.files(), file -> span(file).withClass("aside"))),
                Page.cell("État", state(session)),
                count("Candidats", session.candidates(), true),
                count("Admis", session.admitted(), !session.withheld()),
                count("Validation partielle", session.partial(), !session.withheld()),
                count("Ajournés", session.failed(), !session.withheld()),
                count("Réservés", session.reserved(), !session.withheld()),
                Page.cell("Anomalies qui retiennent", text(anomalies(session))));
    }

    private static TdTag count(String column, int count, boolean known) {
        return Page.cell(column, text(known ? Integer.toString(count) : "–")).withClass("number");
    }

    private static DomContent state(SessionLine session) {
        SpanTag word = session.withheld()
                ? Page.badge("red", "retenue")
                : session.reserved() > 0 ? Page.badge("orange", "produite en partie") : Page.badge("green", "produite");
        return each(
                word,
                iff(!session.status().isEmpty(), span(session.status()).withClass("aside")),
                iff(
                        !session.changes().isEmpty(),
                        span("Depuis l’édition précédente" + Phrases.NBSP + ": " + session.changes())
                                .withClass("aside")));
    }

    private static String anomalies(SessionLine session) {
        List<String> counts = new ArrayList<>();
        if (session.blocking() > 0) {
            counts.add(FrenchCount.of(session.blocking(), "bloquante"));
        }
        if (session.toSettle() > 0) {
            counts.add(session.toSettle() + Phrases.NBSP + "à arbitrer");
        }
        return counts.isEmpty() ? "aucune" : String.join(", ", counts);
    }

    private static DomContent unattached(List<Anomaly> anomalies) {
        return section(
                h2("Hors des sessions"),
                AnomalyTable.of(
                        "Ce qui ne se rattache à aucune session, et ce qui touche une session close.",
                        "tout le fichier",
                        anomalies),
                p(text("Les mêmes lignes sont dans "), Page.link("anomalies.csv", "anomalies.csv"), text(".")));
    }
}
