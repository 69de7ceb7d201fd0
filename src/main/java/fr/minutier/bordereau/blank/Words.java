package fr.minutier.bordereau.blank;

import fr.minutier.certification.Certification;
import fr.minutier.certification.Component;
import fr.minutier.certification.Exemption;
import fr.minutier.certification.FrenchDecimal;
import fr.minutier.certification.LengthLimit;
import fr.minutier.certification.MarkScale;
import fr.minutier.certification.Route;
import fr.minutier.certification.Source;
import java.util.List;
import java.util.stream.Collectors;

/** The words of the closed lists, and sentences that several sheets share. */
final class Words {
    static final List<String> STATUSES = List.of("provisoire", "définitif");
    static final List<String> CIVILITIES = List.of("Mme", "M.");
    static final List<String> SEXES = List.of("F", "M");
    static final List<String> ROLES = List.of("président", "membre", "examinateur");
    static final List<String> PRESENCES = List.of("oui", "non", "excusé");
    static final List<String> VAE_DECISIONS = List.of("validé", "non validé", "non demandé");

    static final String ABSENT = "ABS";
    static final String NOT_PRESENTED = "NP";

    private Words() {}

    static List<String> routes(Certification certification) {
        return certification.routes().stream().sorted().map(Route::label).toList();
    }

    static List<String> titles(Certification certification) {
        return certification.exemptions().stream().map(Exemption::title).toList();
    }

    /** Who designates examiners, as the épreuves name them. */
    static List<String> designating(Certification certification) {
        return certification.epreuves().stream()
                .flatMap(epreuve -> epreuve.examinerRule().stream())
                .flatMap(rule -> rule.designated().keySet().stream())
                .distinct()
                .toList();
    }

    static List<String> components(Certification certification) {
        return certification.components().stream().map(Component::column).toList();
    }

    /** {@code 90 à 120 pages hors annexes}. */
    static String bounds(LengthLimit limit) {
        return FrenchDecimal.grouped(limit.minimum()) + " à " + FrenchDecimal.grouped(limit.maximum()) + " "
                + limit.unit() + (limit.notCounted().isEmpty() ? "" : " hors " + limit.notCounted());
    }

    /** {@code de 0 à 20, au plus fin à 0,01 près}. */
    static String scale(MarkScale marks) {
        return "de 0 à " + FrenchDecimal.of(marks.maximum()) + ", au plus fin à " + FrenchDecimal.of(marks.step())
                + " près";
    }

    /** {@code Source : arrêté du …}, or several. */
    static String source(Source... sources) {
        return "Source\u00a0: "
                + List.of(sources).stream().map(Source::text).distinct().collect(Collectors.joining("\u00a0; "))
                + ".";
    }
}
