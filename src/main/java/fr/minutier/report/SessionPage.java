package fr.minutier.report;

import static j2html.TagCreator.a;
import static j2html.TagCreator.dd;
import static j2html.TagCreator.div;
import static j2html.TagCreator.dl;
import static j2html.TagCreator.dt;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.li;
import static j2html.TagCreator.nav;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;
import static j2html.TagCreator.text;
import static j2html.TagCreator.tr;
import static j2html.TagCreator.ul;

import fr.minutier.certification.Certification;
import fr.minutier.certification.FrenchCount;
import fr.minutier.certification.FrenchDate;
import fr.minutier.certification.Gravity;
import fr.minutier.certification.NotificationDelay;
import fr.minutier.check.Anomaly;
import fr.minutier.check.Checked;
import fr.minutier.deliberation.Decision;
import fr.minutier.deliberation.Deliberation;
import fr.minutier.deliberation.Verdict;
import fr.minutier.session.Identity;
import fr.minutier.session.Session;
import fr.minutier.session.Status;
import j2html.tags.DomContent;
import j2html.tags.specialized.DivTag;
import j2html.tags.specialized.LiTag;
import j2html.tags.specialized.SpanTag;
import j2html.tags.specialized.TrTag;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The page of one session, {@code index.html} of its folder. */
public final class SessionPage {
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("proces-verbal", "Procès-verbal"),
            Map.entry("releve-de-notes", "Relevé de notes"),
            Map.entry("attestation-de-reussite", "Attestation de réussite"),
            Map.entry("attestation-de-bloc", "Attestation de bloc"),
            Map.entry("lettre-de-notification", "Lettre de notification"),
            Map.entry("extrait-de-proces-verbal", "Extrait du procès-verbal"),
            Map.entry("releves-de-notes", "Tous les relevés de notes, en un document"),
            Map.entry("attestations", "Toutes les attestations, en un document"),
            Map.entry("decisions", "Décisions (CSV)"),
            Map.entry("blocs", "Résultats par bloc (CSV)"),
            Map.entry("anomalies", "Anomalies (CSV)"),
            Map.entry("bordereau-annote", "Bordereau annoté (cellules fautives coloriées et commentées)"),
            Map.entry("bordereau-corrige", "Bordereau corrigé (le vôtre, sans les marques de l’annotation)"));

    /** The kind of the page itself, which does not link to itself. */
    private static final String PAGE = "rapport";

    private final Checked checked;
    private final @Nullable Deliberation deliberation;
    private final List<Made> made;
    private final Changes changes;
    private final Map<String, List<Made>> actsOf;

    private SessionPage(Checked checked, @Nullable Deliberation deliberation, List<Made> made, Changes changes) {
        this.checked = checked;
        this.deliberation = deliberation;
        this.made = made.stream().filter(file -> !file.kind().equals(PAGE)).toList();
        this.changes = changes;
        this.actsOf =
                this.made.stream().filter(file -> !file.archived()).collect(Collectors.groupingBy(Made::candidate));
    }

    /**
     * The page, whole in one file. It links to the manifest, which every session's folder has.
     *
     * @param deliberation null when the session is withheld
     * @param made the files of the folder; the page itself and the manifest need not be among them
     * @param changes since the edition before
     */
    public static byte[] html(Checked checked, @Nullable Deliberation deliberation, List<Made> made, Changes changes) {
        return new SessionPage(checked, deliberation, made, changes).html();
    }

    private byte[] html() {
        Session session = checked.session();
        String id = Objects.requireNonNullElse(checked.sessionId(), "sans identifiant");
        String name = session == null ? "Session " + id : session.label();
        return Page.whole(
                session == null ? name : name + " (" + id + ")",
                Page.top(
                        nav(Page.link("../index.html", "Toutes les sessions")).attr("aria-label", "Retour"),
                        h1(name),
                        facts(session, checked.files(), checked.corrective())),
                Page.content(
                        deliberation == null ? bannerWithheld() : banner(deliberation),
                        counts(),
                        contents(),
                        ChangesSection.of(changes),
                        anomalies(),
                        iff(deliberation != null, candidates()),
                        iff(Optional.ofNullable(deliberation), SpreadSection::of),
                        iff(Optional.ofNullable(session), Deadlines::of),
                        files(),
                        iff(made.stream().anyMatch(Made::archived), earlier())));
    }

    private static DomContent facts(
            @Nullable Session session, List<String> files, Checked.@Nullable Corrective corrective) {
        DomContent handedIn =
                iff(!files.isEmpty(), fact(files.size() < 2 ? "Bordereau" : "Bordereaux", String.join(", ", files)));
        if (session == null) {
            return dl(handedIn).withClass("facts");
        }
        LocalDate day = session.deliberatedOn();
        return dl(
                        fact("Session", session.id()),
                        each(
                                session.certifications(),
                                certification -> fact(
                                        "Certification",
                                        session.certifications().size() == 1
                                                ? certification.title()
                                                : certification.title() + ", " + certification.code())),
                        fact("Statut", session.status().label()),
                        iff(Optional.ofNullable(day), given -> fact("Délibération", FrenchDate.inWords(given))),
                        each(notifications(session), said -> fact("Notification (VAE)", said)),
                        iff(
                                Optional.ofNullable(corrective),
                                correction -> fact(
                                        "Procès-verbal rectificatif n°" + Phrases.NBSP + correction.number(),
                                        correction.reason())),
                        handedIn)
                .withClass("facts");
    }

    /** Until when the decisions of candidates by VAE are to be notified, when there are some and a text says it. */
    private static List<String> notifications(Session session) {
        LocalDate day = session.deliberatedOn();
        List<String> said = new ArrayList<>();
        for (Certification certification : session.certifications()) {
            NotificationDelay delay = certification.notification().orElse(null);
            long candidates = session.candidates().stream()
                    .filter(candidate -> candidate.byExperience() && !candidate.reserved())
                    .filter(candidate -> certification.equals(session.certificationOf(candidate)))
                    .count();
            if (day != null && delay != null && candidates > 0) {
                said.add("au plus tard le " + FrenchDate.inWords(delay.lastDay(day)) + ", "
                        + FrenchCount.of(candidates, "candidat") + " ("
                        + delay.source().text() + ")");
            }
        }
        return said;
    }

    private static DivTag fact(String term, String value) {
        return div(dt(term), dd(value));
    }

    private DomContent bannerWithheld() {
        long own =
                checked.anomalies().stream().filter(Anomaly::withholdsSession).count();
        String until = own == 0
                ? "le bordereau n’est pas corrigé."
                : own == 1
                        ? "l’anomalie bloquante de la session n’est pas corrigée."
                        : "les " + own + Phrases.NBSP + "anomalies bloquantes de la session ne sont pas corrigées.";
        return div(
                        p("Rien n’est produit tant que " + until),
                        p(
                                "Corrigez dans le bordereau ce que le tableau ci-dessous signale, enregistrez-le au même endroit"
                                        + Phrases.NBSP
                                        + ": la session sera reprise en entier à la prochaine exécution."))
                .withClasses("banner", "held");
    }

    private static DomContent banner(Deliberation told) {
        long reserved = told.count(Verdict.RESERVE);
        boolean draft = told.session().status() == Status.PROVISOIRE;
        String done = reserved == 0
                ? "Documents produits."
                : "Documents produits, sauf pour " + FrenchCount.of(reserved, "candidat")
                        + " dont le résultat est réservé.";
        return div(
                        p(done),
                        iff(reserved > 0, p(remedy(draft))),
                        iff(
                                draft,
                                p(
                                        "La session est provisoire" + Phrases.NBSP
                                                + ": chaque page porte la mention PROJET et aucune attestation n’est établie.")))
                .withClasses("banner", reserved == 0 ? "done" : "partly");
    }

    private static String remedy(boolean draft) {
        String remedy =
                "Pour lever une réserve, corrigez les anomalies bloquantes du candidat, faites trancher par le jury"
                        + " celles qui sont à arbitrer, ou retirez le motif de réserve inscrit dans le bordereau.";
        return draft
                ? remedy
                : remedy + " La session est close" + Phrases.NBSP
                        + ": le bordereau corrigé doit aussi porter, dans sa feuille «" + Phrases.NBSP + "Session"
                        + Phrases.NBSP + "», le numéro suivant de «" + Phrases.NBSP + "PV rectificatif" + Phrases.NBSP
                        + "», son «" + Phrases.NBSP + "Motif" + Phrases.NBSP + "» et une nouvelle «" + Phrases.NBSP
                        + "Date de délibération" + Phrases.NBSP + "».";
    }

    private DomContent counts() {
        List<DivTag> counts = new ArrayList<>();
        counts.add(count(checked.candidates(), "candidat", "candidats"));
        if (deliberation != null) {
            counts.add(count(deliberation.count(Verdict.ADMIS), "admis", "admis"));
            counts.add(count(deliberation.count(Verdict.PARTIEL), "validation partielle", "validations partielles"));
            counts.add(count(deliberation.count(Verdict.AJOURNE), "ajourné", "ajournés"));
            counts.add(count(deliberation.count(Verdict.RESERVE), "réservé", "réservés"));
        }
        return dl(each(counts, count -> count)).withClass("counts").attr("aria-label", "Effectifs");
    }

    private static DivTag count(long count, String one, String many) {
        return div(dt(count < 2 ? one : many), dd(Long.toString(count)));
    }

    private DomContent contents() {
        return nav(
                        link("anomalies", "Anomalies"),
                        iff(deliberation != null, link("candidats", "Candidats")),
                        iff(deliberation != null, link(SpreadSection.ID, "Répartition")),
                        iff(checked.session() != null, link(Deadlines.ID, "Échéances")),
                        link("documents", "Documents"))
                .withClass("contents")
                .attr("aria-label", "Dans cette page");
    }

    private static DomContent link(String part, String title) {
        return a(title).withHref("#" + part);
    }

    private DomContent anomalies() {
        List<Anomaly> all = checked.anomalies();
        if (all.isEmpty()) {
            return Page.part("anomalies", "Anomalies", p("Aucune anomalie."));
        }
        Map<Gravity, Long> counts = new EnumMap<>(Gravity.class);
        all.forEach(anomaly -> counts.merge(anomaly.gravity(), 1L, Long::sum));
        String caption = counts.entrySet().stream()
                .map(entry -> entry.getKey().counted(entry.getValue()))
                .collect(Collectors.joining(", "));
        return Page.part("anomalies", "Anomalies", AnomalyTable.of(caption, "toute la session", all));
    }

    private DomContent candidates() {
        List<TrTag> rows = deliberation == null
                ? List.of()
                : deliberation.decisions().stream().map(this::row).toList();
        return Page.part(
                "candidats",
                "Candidats",
                Page.tableOf(
                        "Décision et documents de chaque candidat, dans l’ordre du bordereau.",
                        List.of("N°", "Nom et prénoms", "Décision", "Documents"),
                        rows));
    }

    private TrTag row(Decision decision) {
        String number = decision.candidate().number();
        List<Made> acts = number.isEmpty() ? List.of() : actsOf.getOrDefault(number, List.of());
        return tr(
                Page.rowHeader(text(number.isEmpty() ? "sans numéro" : number)),
                Page.cell("Nom et prénoms", text(name(decision.candidate().identity()))),
                Page.cell(
                        "Décision",
                        verdict(decision.verdict()),
                        span(Phrases.motive(decision)).withClass("aside")),
                Page.cell(
                        "Documents",
                        acts.isEmpty()
                                ? text("aucun")
                                : ul(each(acts, act -> li(Page.link(act.path(), label(act)))))
                                        .withClass("links")));
    }

    private static String name(Identity identity) {
        String usage = identity.usageName();
        return Stream.of(identity.birthName(), usage == null ? null : "(" + usage + ")", identity.firstNames())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    /** The word of a verdict, on its colour. */
    static SpanTag verdict(Verdict verdict) {
        String colour =
                switch (verdict) {
                    case ADMIS -> "green";
                    case PARTIEL -> "blue";
                    case AJOURNE -> "yellow";
                    case RESERVE -> "red";
                };
        return Page.badge(colour, verdict.label());
    }

    private String label(Made act) {
        String label = KINDS.getOrDefault(act.kind(), act.path());
        Session session = checked.session();
        if (session != null && act.kind().equals("attestation-de-bloc")) {
            label += session.certifications().stream()
                    .flatMap(known -> known.blocks().stream())
                    .map(block -> block.code())
                    .filter(code -> act.path().contains("-" + code))
                    .findFirst()
                    .map(code -> " " + code)
                    .orElse("");
        }
        return act.version() > 1 ? label + " (version" + Phrases.NBSP + act.version() + ")" : label;
    }

    private DomContent files() {
        List<Made> files = made.stream()
                .filter(file -> file.candidate().isEmpty() && !file.archived())
                .toList();
        return Page.part(
                "documents",
                "Documents et fichiers de la session",
                ul(
                                each(files, file -> file(file.path(), label(file))),
                                file(Manifest.PATH, "Manifeste (liste et empreintes de tous les fichiers)"))
                        .withClass("links"));
    }

    private static LiTag file(String path, String label) {
        return li(Page.link(path, label), text(" "), span(path).withClasses("code"));
    }

    private DomContent earlier() {
        List<Made> files = made.stream().filter(Made::archived).toList();
        List<Made> acts =
                files.stream().filter(file -> !file.number().isEmpty()).toList();
        return section(
                h2("Versions antérieures"),
                Page.tableOf(
                        "Actes qu’un procès-verbal rectificatif a retirés" + Phrases.NBSP
                                + ": ils ne valent plus, et restent aux archives.",
                        List.of("Acte retiré", "Candidat", "Remplacé par"),
                        acts.stream().map(this::withdrawn).toList()),
                p("Les autres fichiers qu’il a remplacés" + Phrases.NBSP + ":"),
                ul(each(
                                files.stream()
                                        .filter(file -> file.number().isEmpty())
                                        .toList(),
                                file -> li(Page.link(file.path(), file.path()))))
                        .withClass("links"));
    }

    private TrTag withdrawn(Made act) {
        String place = act.path().substring(act.path().indexOf('/', Made.ARCHIVES.length()) + 1);
        Optional<Made> inForce =
                made.stream().filter(file -> file.path().equals(place)).findFirst();
        return tr(
                Page.rowHeader(
                        Page.link(act.path(), act.number()), span(label(act)).withClass("aside")),
                Page.cell("Candidat", text(act.candidate().isEmpty() ? "toute la session" : act.candidate())),
                Page.cell(
                        "Remplacé par",
                        inForce.isEmpty()
                                ? text("aucun acte")
                                : Page.link(inForce.get().path(), inForce.get().number())));
    }
}
