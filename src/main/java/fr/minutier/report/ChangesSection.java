package fr.minutier.report;

import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;
import static j2html.TagCreator.text;
import static j2html.TagCreator.tr;

import fr.minutier.certification.FrenchDate;
import fr.minutier.certification.FrenchDecimal;
import fr.minutier.check.AnomalyCode;
import fr.minutier.deliberation.Account.BlockResult;
import fr.minutier.deliberation.Account.Finding;
import fr.minutier.deliberation.Account.Result;
import fr.minutier.deliberation.Issue;
import fr.minutier.report.Changes.OfAnomaly;
import fr.minutier.report.Changes.OfCandidate;
import fr.minutier.report.Changes.OfSession;
import j2html.tags.DomContent;
import j2html.tags.specialized.TrTag;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What changed since the edition before, as a section of the session's page: old and new side by side, in words. */
final class ChangesSection {
    private static final String BEFORE = "Avant";
    private static final String AFTER = "Maintenant";

    private ChangesSection() {}

    /** Nothing for a first edition. */
    static DomContent of(Changes changes) {
        Changes.Before before = changes.before();
        if (before == null) {
            return each();
        }
        String which = "l’édition " + before.number() + ", du " + FrenchDate.inWords(before.day());
        return section(
                h2("Ce qui a changé depuis l’édition précédente"),
                before.account() == null
                        ? p("Le registre ne garde pas le détail de " + which + Phrases.NBSP
                                + ": elle ne peut pas être comparée à celle-ci.")
                        : compared(changes, which, before.sameContent()));
    }

    private static DomContent compared(Changes changes, String which, boolean sameContent) {
        return each(
                p("Comparaison avec " + which + ". " + cause(changes.any(), sameContent)),
                iff(
                        !changes.ofSession().isEmpty(),
                        table(
                                "Ce qui est dit de toute la session.",
                                "Session",
                                changes.ofSession().stream()
                                        .map(ChangesSection::row)
                                        .toList())),
                iff(
                        !changes.ofCandidates().isEmpty(),
                        table(
                                "Candidats ajoutés, retirés ou dont le résultat a changé" + Phrases.NBSP
                                        + ": la décision, puis les blocs qui ont changé.",
                                "Candidat",
                                changes.ofCandidates().stream()
                                        .map(ChangesSection::row)
                                        .toList())),
                iff(
                        !changes.ofAnomalies().isEmpty(),
                        table(
                                "Anomalies apparues, levées ou dont la gravité a changé.",
                                "Anomalie",
                                changes.ofAnomalies().stream()
                                        .map(ChangesSection::row)
                                        .toList())));
    }

    /** Where the change comes from, as far as that can be told. */
    private static String cause(boolean any, boolean sameContent) {
        if (!any) {
            return "Aucune décision, aucun point, aucune anomalie n’a changé"
                    + Phrases.NBSP
                    + (sameContent
                            ? "; le bordereau dit la même chose, seuls sa forme, les définitions, les modèles ou le"
                                    + " programme ont changé."
                            : "; le bordereau a changé ailleurs, par exemple dans les identités, le jury ou les mentions à"
                                    + " imprimer.");
        }
        return sameContent
                ? "Le bordereau dit la même chose" + Phrases.NBSP
                        + ": ces changements viennent de sa forme, des définitions, des modèles, du programme ou de la"
                        + " date du jour."
                : "";
    }

    private static DomContent table(String caption, String subject, List<TrTag> rows) {
        return Page.tableOf(caption, List.of(subject, BEFORE, AFTER), rows).withClass("changes");
    }

    private static TrTag row(OfSession change) {
        return tr(
                Page.rowHeader(text(change.what())),
                Page.cell(BEFORE, text(change.before())),
                Page.cell(AFTER, text(change.after())));
    }

    private static TrTag row(OfCandidate change) {
        Result before = change.before();
        Result after = change.after();
        return tr(
                Page.rowHeader(text(change.number())),
                Page.cell(BEFORE, before == null ? text("absent du bordereau") : result(before, after)),
                Page.cell(AFTER, after == null ? text("retiré du bordereau") : result(after, before)));
    }

    /** A decision, with the blocks that the other edition decides otherwise; a reserve says it of all blocks. */
    private static DomContent result(Result shown, @Nullable Result other) {
        List<BlockResult> blocks = other == null
                ? List.of()
                : shown.blocks().stream()
                        .filter(block -> block.issue() != Issue.RESERVE
                                && !other.blocks().contains(block))
                        .toList();
        return each(
                SessionPage.verdict(shown.verdict()),
                iff(
                        !shown.reserves().isEmpty(),
                        span(shown.reserves().stream()
                                        .map(ChangesSection::reserve)
                                        .collect(Collectors.joining(", ")))
                                .withClass("aside")),
                each(blocks, block -> span(words(block)).withClass("aside")));
    }

    private static String reserve(String code) {
        return code.equals(Result.DECLARED) ? "motif inscrit dans le bordereau" : code;
    }

    private static String words(BlockResult block) {
        BigDecimal points = block.points();
        String outcome = block.block() + Phrases.NBSP + ": " + block.issue().label();
        if (points == null) {
            return outcome;
        }
        String unit = points.compareTo(BigDecimal.TWO) < 0 ? "point" : "points";
        return outcome + ", " + FrenchDecimal.of(points) + Phrases.NBSP + unit;
    }

    private static TrTag row(OfAnomaly change) {
        Finding shown = change.shown();
        Finding before = change.before();
        Finding after = change.after();
        return tr(
                Page.rowHeader(
                        text(concerned(shown) + Phrases.NBSP + ": " + AnomalyCode.label(shown.code())),
                        span(shown.code()).withClasses("aside", "code"),
                        span(Page.place(shown.file(), shown.sheet(), shown.cell()))
                                .withClass("aside")),
                Page.cell(BEFORE, before == null ? text("aucune") : Page.badge(before.gravity())),
                Page.cell(AFTER, after == null ? text("levée") : Page.badge(after.gravity())));
    }

    private static String concerned(Finding finding) {
        if (finding.ofSession()) {
            return "Toute la session";
        }
        return finding.candidate().isEmpty() ? "Candidat sans numéro" : "Candidat " + finding.candidate();
    }
}
