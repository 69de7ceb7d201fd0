package fr.minutier.report;

import static j2html.TagCreator.button;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.form;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.label;
import static j2html.TagCreator.option;
import static j2html.TagCreator.output;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.script;
import static j2html.TagCreator.select;
import static j2html.TagCreator.span;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.tr;

import fr.minutier.bordereau.Address;
import fr.minutier.check.Anomaly;
import j2html.tags.DomContent;
import j2html.tags.specialized.DivTag;
import j2html.tags.specialized.FormTag;
import j2html.tags.specialized.TrTag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * The table of anomalies, gravest first, and a form that narrows it by gravity, sheet and candidate. The form is shown by
 * a script; without one the whole table is there.
 */
final class AnomalyTable {
    /** Narrows the table; of the page itself, since pages load nothing. */
    static final String SCRIPT = Page.resource("filter.js");

    /** A word by which the table is narrowed, as the rows and the form bear it. */
    private record Aspect(String key, String title, String all, Function<Anomaly, String> word) {}

    private final List<Anomaly> anomalies;
    private final String whole;
    private final List<Aspect> aspects;

    private AnomalyTable(List<Anomaly> anomalies, String whole) {
        this.anomalies = anomalies.stream()
                .sorted(Comparator.comparing(Anomaly::gravity))
                .toList();
        this.whole = whole;
        boolean oneFile = anomalies.stream()
                        .map(anomaly -> anomaly.where().file())
                        .distinct()
                        .count()
                == 1;
        this.aspects = List.of(
                new Aspect("gravite", "Gravité", "toutes", anomaly -> anomaly.gravity()
                        .word()),
                new Aspect(
                        "feuille",
                        oneFile ? "Feuille" : "Fichier et feuille",
                        "toutes",
                        anomaly -> sheet(anomaly.where(), oneFile)),
                new Aspect("candidat", "Candidat", "tous", this::concerned));
    }

    /**
     * All anomalies, gravest first, else in the order given.
     *
     * @param whole what an anomaly of the session's own concerns, in words
     */
    static DomContent of(String caption, String whole, List<Anomaly> anomalies) {
        AnomalyTable made = new AnomalyTable(anomalies, whole);
        List<DivTag> choices = made.choices();
        return each(
                iff(!choices.isEmpty(), filter(choices)),
                Page.tableOf(
                                caption,
                                List.of("Gravité", "Cellule", "Candidat", "Ce qui ne va pas, et que faire"),
                                made.anomalies.stream().map(made::row).toList())
                        .withClass("anomalies"),
                iff(!choices.isEmpty(), script(rawHtml(SCRIPT))));
    }

    private TrTag row(Anomaly anomaly) {
        TrTag row = tr(
                Page.rowHeader(Page.badge(anomaly.gravity())),
                Page.cell("Cellule", span(where(anomaly.where()))),
                Page.cell("Candidat", text(concerned(anomaly))),
                td(
                        span(Page.sentence(anomaly.message())).withClass("message"),
                        span(anomaly.code()).withClasses("aside", "code")));
        aspects.forEach(aspect -> row.attr("data-" + aspect.key(), aspect.word().apply(anomaly)));
        return row;
    }

    /** One for each aspect in which there is something to choose. */
    private List<DivTag> choices() {
        List<DivTag> choices = new ArrayList<>();
        for (Aspect aspect : aspects) {
            List<String> words =
                    anomalies.stream().map(aspect.word()).distinct().toList();
            if (words.size() > 1) {
                String id = "filtre-" + aspect.key();
                choices.add(div(
                        label(aspect.title()).withFor(id),
                        select(option(aspect.all()).withValue(""), each(words, word -> option(word)
                                        .withValue(word)))
                                .withId(id)
                                .withName(aspect.key())));
            }
        }
        return choices;
    }

    /** Hidden until the script is there to obey it. */
    private static FormTag filter(List<DivTag> choices) {
        return form(
                        each(choices, choice -> choice),
                        button("Tout montrer").withType("reset"),
                        output().attr("aria-live", "polite"))
                .withClass("filter")
                .attr("aria-label", "Filtrer les anomalies")
                .attr("hidden", "hidden");
    }

    private String concerned(Anomaly anomaly) {
        if (anomaly.scope() == Anomaly.Scope.SESSION) {
            return whole;
        }
        return anomaly.candidate().isEmpty() ? "sans numéro" : anomaly.candidate();
    }

    private static String sheet(Address where, boolean oneFile) {
        return oneFile && !where.sheet().isEmpty() ? where.sheet() : Page.place(where.file(), where.sheet(), "");
    }

    private static String where(Address where) {
        return Page.place(where.file(), where.sheet(), where.a1());
    }
}
