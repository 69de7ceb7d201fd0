package fr.minutier.certification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A diploma or title, defined as dated data.
 *
 * @param code by which a bordereau names it; also the name of its definition file
 * @param title the exact official title
 * @param acronym its usual short name
 * @param level of the national framework, 3 to 8
 * @param rncp number of its card in the national register
 * @param validFrom first day on which a session may be held, or null when the sources name none
 * @param validUntil last such day, or null
 * @param validitySource of these dates
 * @param sources every text cited, by key, in the order of the definition
 * @param visas the texts that open the minutes and the attestations, as they follow the word « Vu »
 * @param authorities those that deliver and sign, when the bordereau names none
 * @param routes open to candidates
 * @param vaeSource of decisions by VAE
 * @param acquiredSource of blocks acquired in an earlier session
 * @param notification how long there is to notify a decision by VAE, when a text says it
 * @param lapse the rule of former times under which acquired blocks lapsed, when there was one
 */
public record Certification(
        String code,
        String title,
        String acronym,
        int level,
        String rncp,
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
        Optional<NotificationDelay> notification,
        Optional<FormerLapse> lapse) {

    public Certification {
        visas = List.copyOf(visas);
        certifiers = List.copyOf(certifiers);
        authorities = List.copyOf(authorities);
        routes = Set.copyOf(routes);
        blocks = List.copyOf(blocks);
        exemptions = List.copyOf(exemptions);
        if (blocks.isEmpty()) {
            throw new IllegalArgumentException("une certification a au moins un bloc");
        }
        Set<String> codes = new HashSet<>();
        Set<String> columns = new HashSet<>();
        for (Block block : blocks) {
            if (!codes.add(block.code())) {
                throw new IllegalArgumentException("le bloc " + block.code() + " est défini deux fois");
            }
            for (String column : columnsOf(block)) {
                if (!columns.add(column.toLowerCase(Locale.ROOT))) {
                    throw new IllegalArgumentException("la colonne «\u00a0" + column + "\u00a0» est définie deux fois");
                }
            }
            if (!block.epreuve().passable(marks.maximum())) {
                throw new IllegalArgumentException("le seuil du bloc " + block.code() + " ne peut pas être atteint");
            }
        }
        for (Exemption exemption : exemptions) {
            if (!codes.containsAll(exemption.blocks())) {
                throw new IllegalArgumentException(
                        "la dispense " + exemption.title() + " porte sur un bloc qui n’existe pas");
            }
        }
    }

    private static List<String> columnsOf(Block block) {
        List<String> columns = new ArrayList<>();
        columns.add(block.vaeColumn());
        block.epreuve().components().forEach(component -> {
            columns.add(component.column());
            columns.addAll(component.aliases());
        });
        block.epreuve().lengths().forEach(length -> columns.add(length.column()));
        block.epreuve().choice().ifPresent(choice -> columns.add(choice.column()));
        return columns;
    }

    /** The block of that code. */
    public Optional<Block> block(String blockCode) {
        return blocks.stream().filter(block -> block.code().equals(blockCode)).findFirst();
    }

    /** All components of all épreuves, in the order of the definition. */
    public List<Component> components() {
        return blocks.stream()
                .flatMap(block -> block.epreuve().components().stream())
                .toList();
    }

    /** Whether a session may be held on that day. */
    public boolean validOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validUntil == null || !day.isAfter(validUntil));
    }
}
