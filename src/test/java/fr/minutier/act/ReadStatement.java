package fr.minutier.act;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.typesetting.TaggedText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A statement read back from its printed text alone, and computed again from what it prints. */
record ReadStatement(String number, BigDecimal best, List<Block> blocks, Map<String, String> motives, String decision) {
    private static final Pattern NUMBER = Pattern.compile("\\d+(,\\d+)?");
    private static final Pattern ARITHMETIC = Pattern.compile(
            "([^=]+) = ([\\d,]+) ([≥<]) ([\\d,]+) points sur ([\\d,]+)" + " : (validé|non validé) \\(.+\\).*");
    private static final Set<String> HELD = Set.of("validé", "acquis", "dispensé");

    /** One row below that of its block: a mark or the word that stands for it. */
    record Line(
            String component,
            String mark,
            BigDecimal coefficient,
            @Nullable BigDecimal points) {}

    /** One block: its points, maximum and threshold when there are points. */
    record Block(String code, List<BigDecimal> figures, String issue, List<Line> lines) {}

    static ReadStatement of(byte[] pdf) {
        List<TaggedText.Element> elements = TaggedText.elements(pdf).stream()
                .map(element -> new TaggedText.Element(
                        element.role(), element.text().replace('\u00a0', ' ').strip()))
                .toList();
        List<String> texts = elements.stream().map(TaggedText.Element::text).toList();
        int end = texts.indexOf("Motifs");
        String head = texts.get(texts.indexOf("Note") - 1);
        BigDecimal best = number(head.replaceFirst(".*\\(notes sur ([\\d,]+)\\)", "$1"));
        List<Block> blocks = new ArrayList<>();
        int i = texts.indexOf("Issue") + 1;
        while (i < end) {
            String name = texts.get(i++);
            List<String> cells = new ArrayList<>();
            while (i < end && elements.get(i).role().equals("TD")) {
                cells.add(texts.get(i++));
            }
            if (name.matches("BC\\d\\d .*")) {
                List<BigDecimal> figures = cells.subList(0, cells.size() - 1).stream()
                        .map(ReadStatement::number)
                        .toList();
                blocks.add(new Block(name.substring(0, 4), figures, cells.getLast(), new ArrayList<>()));
            } else {
                BigDecimal points = cells.size() == 3 ? number(cells.get(2)) : null;
                blocks.getLast().lines().add(new Line(name, cells.get(0), number(cells.get(1)), points));
            }
        }
        Map<String, String> motives = new HashMap<>();
        String decision = "";
        for (String text : texts.subList(end, texts.size())) {
            if (text.matches("BC\\d\\d : .*")) {
                motives.put(text.substring(0, 4), text.substring(7));
            } else if (text.startsWith("Décision du jury : ")) {
                decision = text.replaceAll("Décision du jury : (admis|validation partielle|ajourné) .*", "$1");
            }
        }
        String candidate = texts.stream()
                .filter(text -> text.startsWith("candidat n° "))
                .findFirst()
                .orElseThrow()
                .split(" ")[2];
        return new ReadStatement(candidate, best, blocks, motives, decision);
    }

    static BigDecimal number(String french) {
        assertThat(french).matches(NUMBER);
        return new BigDecimal(french.replace(',', '.'));
    }

    /** Fails when a figure, an issue or the decision does not follow from the marks, coefficients and thresholds printed. */
    void assertFollows() {
        long held =
                blocks.stream().filter(block -> HELD.contains(block.issue())).count();
        blocks.forEach(this::assertFollows);
        assertThat(decision).isEqualTo(held == blocks.size() ? "admis" : held > 0 ? "validation partielle" : "ajourné");
    }

    private void assertFollows(Block block) {
        List<Line> marked = block.lines().stream()
                .filter(line -> NUMBER.matcher(line.mark()).matches())
                .toList();
        BigDecimal sum = BigDecimal.ZERO;
        for (Line line : marked) {
            BigDecimal product = number(line.mark()).multiply(line.coefficient());
            assertThat(line.points()).isEqualByComparingTo(product);
            sum = sum.add(product);
        }
        if (block.lines().isEmpty() || marked.size() < block.lines().size()) {
            Set<String> words = Set.copyOf(block.lines().stream()
                    .map(Line::mark)
                    .filter(mark -> !NUMBER.matcher(mark).matches())
                    .toList());
            String issue = words.contains("absent") ? "absent" : "non présenté";
            assertThat(block.figures()).isEmpty();
            assertThat(words.isEmpty() ? block.issue() : issue)
                    .isEqualTo(block.issue())
                    .isIn("validé", "non validé", "acquis", "dispensé", "absent", "non présenté");
            return;
        }
        BigDecimal coefficients = marked.stream().map(Line::coefficient).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal threshold = block.figures().get(2);
        String issue = sum.compareTo(threshold) >= 0 ? "validé" : "non validé";
        assertThat(block.figures().get(0)).isEqualByComparingTo(sum);
        assertThat(block.figures().get(1)).isEqualByComparingTo(coefficients.multiply(best));
        assertThat(block.issue()).isEqualTo(issue);
        Matcher motive = ARITHMETIC.matcher(motives.get(block.code()));
        assertThat(motive.matches()).as(motives.get(block.code())).isTrue();
        BigDecimal terms = BigDecimal.ZERO;
        for (String term : motive.group(1).split(" \\+ ")) {
            String[] factors = term.split(" × ");
            terms = terms.add(number(factors[0]).multiply(number(factors[1])));
        }
        assertThat(terms).isEqualByComparingTo(sum);
        assertThat(number(motive.group(2))).isEqualByComparingTo(sum);
        assertThat(motive.group(3)).isEqualTo(issue.equals("validé") ? "≥" : "<");
        assertThat(number(motive.group(4))).isEqualByComparingTo(threshold);
        assertThat(number(motive.group(5))).isEqualByComparingTo(block.figures().get(1));
        assertThat(motive.group(6)).isEqualTo(issue);
    }
}
