package fr.minutier.deliberation;

import fr.minutier.certification.Component;
import fr.minutier.deliberation.Account.BlockResult;
import fr.minutier.deliberation.Account.Result;
import fr.minutier.session.ComponentMark;
import fr.minutier.session.Mark;
import fr.minutier.session.Standing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a correction changes for one candidate: what was decided of him, and what is.
 *
 * @param before null when the minutes corrected do not know him
 * @param marksBefore null when they were not kept
 */
public record Revision(@Nullable Result before, Particulars.@Nullable OfCandidate marksBefore, Decision after) {

    /**
     * A mark that is another one.
     *
     * @param component the column of its component
     * @param before null when there was none, or none is on record
     * @param after null when there is none any more
     */
    public record OfMark(
            String component,
            @Nullable Mark before,
            @Nullable Mark after) {}

    /** The outcome of a block that is another one, or rests on other points. */
    public record OfBlock(@Nullable BlockResult before, BlockOutcome after) {}

    /** His number. */
    public String candidate() {
        return after.candidate().number();
    }

    /** Whether the minutes corrected do not know him. */
    public boolean added() {
        return before == null;
    }

    /** Whether the verdict is another one. */
    public boolean decidedOtherwise() {
        return before == null || before.verdict() != after.verdict();
    }

    /** Whether the result was withheld and no longer is. */
    public boolean reserveLifted() {
        return before != null && before.verdict() == Verdict.RESERVE && after.verdict() != Verdict.RESERVE;
    }

    /** The marks that changed, in the order of the certification; none when a result is withheld, or they were not kept. */
    public List<OfMark> marks() {
        if (marksBefore == null || after.verdict() == Verdict.RESERVE || reserveLifted() || added()) {
            return List.of();
        }
        List<OfMark> marks = new ArrayList<>();
        Set<Component> seen = new HashSet<>();
        for (BlockOutcome outcome : after.outcomes()) {
            List<ComponentMark> now =
                    after.candidate().standings().get(outcome.block().code()) instanceof Standing.Examined examined
                            ? examined.marks()
                            : List.of();
            outcome.block().components().stream().filter(seen::add).forEach(component -> {
                Mark then = marksBefore.mark(component.column()).orElse(null);
                Mark since = now.stream()
                        .filter(mark -> mark.component().equals(component))
                        .map(ComponentMark::mark)
                        .findFirst()
                        .orElse(null);
                if (!same(then, since)) {
                    marks.add(new OfMark(component.column(), then, since));
                }
            });
        }
        return marks;
    }

    /** The blocks that are decided otherwise, in the order of the certification. */
    public List<OfBlock> blocks() {
        return after.outcomes().stream()
                .map(outcome -> new OfBlock(before(outcome.block().code()).orElse(null), outcome))
                .filter(block -> block.before() == null || !block.before().equals(result(block.after())))
                .toList();
    }

    /**
     * Whether it takes back something that was decided: a verdict, a block held, or points of a block.
     */
    public boolean worsens() {
        if (before == null || before.verdict() == Verdict.RESERVE) {
            return false;
        }
        if (after.verdict() == Verdict.RESERVE) {
            return before.blocks().stream().anyMatch(block -> block.issue().held());
        }
        return after.outcomes().stream()
                .anyMatch(outcome -> before(outcome.block().code())
                        .filter(then -> worse(then, result(outcome)))
                        .isPresent());
    }

    private static boolean worse(BlockResult then, BlockResult now) {
        if (then.issue().held() != now.issue().held()) {
            return then.issue().held();
        }
        BigDecimal points = then.points();
        return points != null && (now.points() == null || now.points().compareTo(points) < 0);
    }

    private Optional<BlockResult> before(String block) {
        return before == null
                ? Optional.empty()
                : before.blocks().stream()
                        .filter(result -> result.block().equals(block))
                        .findFirst();
    }

    private static BlockResult result(BlockOutcome outcome) {
        return new BlockResult(
                outcome.block().code(), outcome.issue(), outcome.points().orElse(null));
    }

    /** A mark is a number, however many zeros it was written with. */
    private static boolean same(@Nullable Mark one, @Nullable Mark other) {
        if (one instanceof Mark.Value a && other instanceof Mark.Value b) {
            return a.value().compareTo(b.value()) == 0;
        }
        return Objects.equals(one, other);
    }
}
