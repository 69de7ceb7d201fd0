package fr.minutier.certification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A diploma or title, defined as dated data.
 *
 * @param code by which a bordereau names it; also the name of its definition file
 * @param title the exact official title
 * @param nature what it is in one French noun, or null where its title says so
 * @param acronym its usual short name; certifications that share it are successive rules of one diploma, its family
 * @param level of the national framework, 3 to 8, or null when the sources do not say
 * @param rncp number of its card in the national register, or null when the sources do not say
 * @param validFrom first day on which a session may be held, or null when the sources name none
 * @param validUntil last such day, or null
 * @param validitySource of these dates
 * @param sources every text cited, by key, in the order of the definition
 * @param visas the texts that open the minutes and the attestations, as they follow the word « Vu »
 * @param authorities those that deliver and sign, when the bordereau names none
 * @param routes open to candidates
 * @param vaeSource of decisions by VAE
 * @param acquiredSource of blocks acquired in an earlier session
 * @param activities the functions and activities of its référentiel
 * @param unknown what no text that was read says, each in a French sentence without its full stop
 * @param notification how long there is to notify a decision by VAE, when a text says it
 * @param lapse the rule of former times under which acquired blocks lapsed, when there was one
 */
public record Certification(
        String code,
        String title,
        @Nullable String nature,
        String acronym,
        @Nullable Integer level,
        @Nullable String rncp,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil,
        Source validitySource,
        Map<String, Source> sources,
        List<String> visas,
        List<String> certifiers,
        List<String> authorities,
        Source authoritiesSource,
        Set<Route> routes,
        Source routesSource,
        Source vaeSource,
        Source acquiredSource,
        MarkScale marks,
        List<Block> blocks,
        List<Exemption> exemptions,
        JuryRule jury,
        List<Activity> activities,
        List<String> unknown,
        Optional<NotificationDelay> notification,
        Optional<FormerLapse> lapse) {

    public Certification {
        visas = List.copyOf(visas);
        certifiers = List.copyOf(certifiers);
        authorities = List.copyOf(authorities);
        routes = Set.copyOf(routes);
        blocks = List.copyOf(blocks);
        exemptions = List.copyOf(exemptions);
        activities = List.copyOf(activities);
        unknown = List.copyOf(unknown);
        if (blocks.isEmpty()) {
            throw new IllegalArgumentException("une certification a au moins un bloc");
        }
        Set<String> codes = new HashSet<>();
        for (Block block : blocks) {
            if (!codes.add(block.code())) {
                throw new IllegalArgumentException("le bloc " + block.code() + " est défini deux fois");
            }
            if (!passable(block, marks)) {
                throw new IllegalArgumentException("le seuil du bloc " + block.code() + " ne peut pas être atteint");
            }
        }
        for (Exemption exemption : exemptions) {
            if (!codes.containsAll(exemption.blocks())) {
                throw new IllegalArgumentException(
                        "la dispense " + exemption.title() + " porte sur un bloc qui n’existe pas");
            }
        }
        uniqueColumns(blocks);
    }

    private static boolean passable(Block block, MarkScale marks) {
        return block.compensation()
                        .filter(rule -> rule.average().compareTo(marks.maximum()) > 0)
                        .isEmpty()
                && block.epreuves().stream()
                        .allMatch(epreuve -> epreuve.passable(marks.maximum())
                                && epreuve.components().stream()
                                        .flatMap(component -> component.floor().stream())
                                        .allMatch(marks::inBounds));
    }

    private static void uniqueColumns(List<Block> blocks) {
        List<String> columns =
                new ArrayList<>(blocks.stream().map(Block::vaeColumn).toList());
        blocks.stream().flatMap(block -> block.epreuves().stream()).distinct().forEach(epreuve -> {
            epreuve.components().forEach(component -> {
                columns.add(component.column());
                columns.addAll(component.aliases());
            });
            epreuve.lengths().forEach(length -> columns.add(length.column()));
            epreuve.choice().ifPresent(choice -> columns.add(choice.column()));
        });
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!seen.add(column.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("la colonne «\u00a0" + column + "\u00a0» est définie deux fois");
            }
        }
    }

    /** The block of that code. */
    public Optional<Block> block(String blockCode) {
        return blocks.stream().filter(block -> block.code().equals(blockCode)).findFirst();
    }

    /** All épreuves, each once, in the order of the blocks that rest on them. */
    public List<Epreuve> epreuves() {
        return blocks.stream()
                .flatMap(block -> block.epreuves().stream())
                .distinct()
                .toList();
    }

    /** The blocks that rest on an épreuve, among others or on it alone. */
    public List<Block> restingOn(Epreuve epreuve) {
        return blocks.stream()
                .filter(block -> block.epreuves().contains(epreuve))
                .toList();
    }

    /**
     * The block held by which a candidate need not present an épreuve: one that rests on it alone, or all those that rest
     * on it.
     */
    public Optional<Block> dispensing(Epreuve epreuve, Predicate<Block> held) {
        List<Block> resting = restingOn(epreuve);
        Stream<Block> reasons = resting.stream().allMatch(held)
                ? resting.stream()
                : resting.stream().filter(block -> block.epreuves().size() == 1).filter(held);
        return reasons.findFirst();
    }

    /** Whether every block that rests on an épreuve rests on others as well. */
    public boolean onlyInSeveral(Epreuve epreuve) {
        return restingOn(epreuve).stream().noneMatch(block -> block.epreuves().size() == 1);
    }

    /** The competences of the blocks that rest on an épreuve. */
    public List<Competence> competences(Epreuve epreuve) {
        return restingOn(epreuve).stream()
                .flatMap(block -> block.competences().stream())
                .toList();
    }

    /** How a sentence names an épreuve after « de »: by its block where it is the only one of it, else by its title. */
    public String ofWhich(Epreuve epreuve) {
        List<Block> resting = restingOn(epreuve);
        return resting.size() == 1 && resting.getFirst().epreuves().size() == 1
                ? "du bloc " + resting.getFirst().code()
                : "de l’épreuve «\u00a0" + epreuve.title() + "\u00a0»";
    }

    /** All components of all épreuves, in the order of the definition. */
    public List<Component> components() {
        return epreuves().stream()
                .flatMap(epreuve -> epreuve.components().stream())
                .toList();
    }

    /** What is to be filled in the definition before anything final can be decided, each in a few French words. */
    public List<String> toFill() {
        return epreuves().stream().flatMap(epreuve -> epreuve.toFill().stream()).toList();
    }

    /** Whether a session may be held on that day. */
    public boolean validOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validUntil == null || !day.isAfter(validUntil));
    }
}
