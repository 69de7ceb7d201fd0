package fr.minutier.report;

import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.emptyTag;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.p;
import static j2html.TagCreator.tag;
import static j2html.TagCreator.text;
import static j2html.TagCreator.tr;

import fr.minutier.certification.Block;
import fr.minutier.certification.Certification;
import fr.minutier.certification.FrenchCount;
import fr.minutier.certification.FrenchDecimal;
import fr.minutier.deliberation.Deliberation;
import fr.minutier.deliberation.Spread;
import fr.minutier.deliberation.Spread.Tenth;
import j2html.tags.ContainerTag;
import j2html.tags.DomContent;
import j2html.tags.EmptyTag;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** How the points of each épreuve are spread, drawn and in figures; nothing of it where it would tell who had what. */
final class SpreadSection {
    static final String ID = "repartition";

    /** Of the drawing, in its own units; it grows and shrinks with the page. */
    private static final int WIDTH = 320;

    private static final int LEFT = 10;
    private static final int BAR = 30;
    private static final int TOP = 34;
    private static final int TALLEST = 100;
    private static final int BASE = TOP + TALLEST;
    private static final int HEIGHT = BASE + 18;

    private SpreadSection() {}

    /** Of every épreuve that somebody was marked in. */
    static DomContent of(Deliberation deliberation) {
        List<Certification> certifications = deliberation.session().certifications();
        return Page.part(
                ID,
                "Répartition des points par épreuve",
                div(each(certifications, certification -> {
                            String before = certifications.size() == 1 ? "" : certification.code() + ", ";
                            return each(Spread.all(deliberation, certification), spread -> one(before, spread));
                        }))
                        .withClass("spreads"));
    }

    private static DomContent one(String before, Spread spread) {
        Block block = spread.block();
        List<DomContent> parts = new ArrayList<>();
        parts.add(h3(before + block.code() + Phrases.NBSP + ": "
                + (block.epreuves().size() == 1 ? block.epreuves().getFirst().title() : block.title())));
        parts.add(p(figures(spread)));
        if (spread.enough()) {
            List<Tenth> tenths = spread.tenths();
            parts.add(drawing(spread, tenths));
            parts.add(Page.tableOf(
                            "Candidats par tranche de points.",
                            List.of("Points", "Candidats"),
                            tenths.stream()
                                    .map(tenth -> tr(
                                            Page.rowHeader(text(range(tenth))),
                                            Page.cell("Candidats", text(Integer.toString(tenth.count())))
                                                    .withClass("number")))
                                    .toList())
                    .withClass("small"));
        } else if (!spread.points().isEmpty()) {
            parts.add(p("Moins de cinq candidats notés" + Phrases.NBSP
                    + ": une répartition désignerait chacun, elle n’est pas montrée."));
        }
        return div(each(parts, part -> part));
    }

    private static String figures(Spread spread) {
        String absent = spread.missed() == 0 ? "" : Phrases.NBSP + "; " + FrenchCount.of(spread.missed(), "absent");
        if (spread.points().isEmpty()) {
            return "Aucun candidat noté" + absent + ".";
        }
        String marked = FrenchCount.of(spread.points().size(), "candidat noté", "candidats notés") + absent;
        if (!spread.enough()) {
            return marked + ".";
        }
        return marked + Phrases.NBSP + "; " + spread.passed() + Phrases.NBSP + "au seuil de "
                + FrenchDecimal.of(spread.threshold()) + " points ou au-dessus, " + spread.failed()
                + Phrases.NBSP + "en dessous. De "
                + FrenchDecimal.of(spread.points().getFirst()) + " à "
                + FrenchDecimal.of(spread.points().getLast()) + " points sur " + FrenchDecimal.of(spread.maximum())
                + Phrases.NBSP + "; moyenne" + Phrases.NBSP + ": "
                + spread.mean().toPlainString().replace('.', ',') + ".";
    }

    private static String range(Tenth tenth) {
        return "de " + FrenchDecimal.of(tenth.from()) + " à " + (tenth.last() ? "" : "moins de ")
                + FrenchDecimal.of(tenth.to());
    }

    /** The same figures as bars, a line across at the threshold; whoever cannot see it reads the table. */
    private static DomContent drawing(Spread spread, List<Tenth> tenths) {
        int most = tenths.stream().mapToInt(Tenth::count).max().orElse(1);
        ContainerTag<?> svg = tag("svg")
                .withClass("spread")
                .attr("viewBox", "0 0 " + WIDTH + " " + HEIGHT)
                .attr("role", "img")
                .attr("aria-label", "Diagramme des effectifs par tranche de points, repris dans le tableau qui suit");
        for (int i = 0; i < tenths.size(); i++) {
            int x = LEFT + i * BAR;
            int count = tenths.get(i).count();
            int height = TALLEST * count / most;
            if (count > 0) {
                svg.with(rectangle("bar", x + 2, BASE - height, BAR - 4, height));
                svg.with(word(x + BAR / 2, BASE - height - 4, Integer.toString(count)));
            }
            svg.with(word(x, BASE + 14, FrenchDecimal.of(tenths.get(i).from())));
        }
        svg.with(word(LEFT + tenths.size() * BAR, BASE + 14, FrenchDecimal.of(spread.maximum())));
        svg.with(rectangle("axis", LEFT, BASE, tenths.size() * BAR, 1));
        BigDecimal threshold = spread.threshold();
        int at = LEFT
                + threshold
                        .multiply(BigDecimal.valueOf((long) tenths.size() * BAR))
                        .divide(spread.maximum(), 0, RoundingMode.HALF_UP)
                        .intValueExact();
        svg.with(rectangle("threshold", at, 16, 1, BASE - 16));
        svg.with(word(Math.clamp(at, 40, WIDTH - 40), 11, "seuil " + FrenchDecimal.of(threshold)));
        return svg;
    }

    private static EmptyTag<?> rectangle(String kind, int x, int y, int width, int height) {
        return emptyTag("rect")
                .withClass(kind)
                .attr("x", x)
                .attr("y", y)
                .attr("width", width)
                .attr("height", height);
    }

    private static ContainerTag<?> word(int x, int y, String word) {
        return tag("text").attr("x", x).attr("y", y).with(text(word));
    }
}
