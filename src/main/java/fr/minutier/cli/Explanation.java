package fr.minutier.cli;

import fr.minutier.certification.Block;
import fr.minutier.certification.Certification;
import fr.minutier.certification.Component;
import fr.minutier.certification.Epreuve;
import fr.minutier.certification.ExaminerRule;
import fr.minutier.certification.Exemption;
import fr.minutier.certification.FrenchCount;
import fr.minutier.certification.FrenchDate;
import fr.minutier.certification.FrenchDecimal;
import fr.minutier.certification.Gravity;
import fr.minutier.certification.JuryRule;
import fr.minutier.certification.LengthLimit;
import fr.minutier.certification.Route;
import fr.minutier.certification.Source;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Collectors;

/** A definition in plain French, every rule with its source. */
final class Explanation {

    private final StringBuilder text = new StringBuilder();
    private final Certification certification;

    private Explanation(Certification certification) {
        this.certification = certification;
    }

    static String of(Certification certification) {
        Explanation explanation = new Explanation(certification);
        explanation.title();
        certification.blocks().forEach(explanation::block);
        explanation.rules();
        explanation.jury();
        explanation.sources();
        return explanation.text.toString();
    }

    private void title() {
        line(certification.title() + " (" + certification.acronym() + ")");
        line("Code " + certification.code() + ", " + certification.rncp() + ", niveau " + certification.level());
        line("Certificateurs : " + String.join(" ; ", certification.certifiers()));
        line("Signature : " + String.join(" ; ", certification.authorities())
                + cited(certification.authoritiesSource()));
        line("Voies ouvertes : "
                + certification.routes().stream()
                        .sorted(Comparator.naturalOrder())
                        .map(Route::label)
                        .collect(Collectors.joining(", "))
                + cited(certification.routesSource()));
        LocalDate from = certification.validFrom();
        LocalDate until = certification.validUntil();
        if (from != null || until != null) {
            line("Validité :" + (from == null ? "" : " du " + FrenchDate.inDigits(from))
                    + (until == null ? "" : " jusqu’au " + FrenchDate.inDigits(until))
                    + cited(certification.validitySource()));
        }
        line("Notes : de 0 à " + FrenchDecimal.of(certification.marks().maximum()) + ", au plus fin à "
                + FrenchDecimal.of(certification.marks().step()) + " près"
                + cited(certification.marks().source()));
    }

    private void block(Block block) {
        Epreuve epreuve = block.epreuve();
        line("");
        line(block.code() + "  " + block.title());
        line("  Épreuve : " + epreuve.title() + ". " + capital(epreuve.form()) + ".");
        line("  Lieu : " + epreuve.place() + ". Examinateurs : " + epreuve.examiners() + ".");
        epreuve.examinerRule().ifPresent(this::examiners);
        for (Component component : epreuve.components()) {
            line("  " + component.title() + " : coefficient " + FrenchDecimal.of(component.coefficient())
                    + (component.collective() ? ", note collective" : "") + " ; colonne « "
                    + component.column() + " »");
        }
        line("  Validée à partir de " + FrenchDecimal.of(epreuve.threshold()) + " points sur "
                + FrenchDecimal.of(epreuve.maximum(certification.marks().maximum()))
                + cited(epreuve.source()));
        for (LengthLimit limit : epreuve.lengths()) {
            line("  Longueur : " + FrenchDecimal.grouped(limit.minimum()) + " à "
                    + FrenchDecimal.grouped(limit.maximum()) + " "
                    + limit.unit() + (limit.notCounted().isEmpty() ? "" : " hors " + limit.notCounted())
                    + cited(limit.source()) + " ; colonne « " + limit.column() + " » ; sinon " + limit.anomaly() + ", "
                    + consequence(limit.gravity()));
        }
        epreuve.choice()
                .ifPresent(choice -> line("  Compétence choisie parmi celles du bloc" + cited(choice.source())
                        + " ; colonne « " + choice.column() + " »"));
        block.competences().forEach(competence -> line("  " + competence.code() + "  " + competence.title()));
    }

    private void examiners(ExaminerRule rule) {
        String designated = rule.designated().entrySet().stream()
                .map(share -> share.getValue() + " par " + share.getKey())
                .collect(Collectors.joining(", "));
        line("  Compte d’examinateurs : " + rule.number() + (designated.isEmpty() ? "" : ", désignés " + designated)
                + cited(rule.source()) + ". Un écart est signalé, jamais sanctionné.");
    }

    private static String consequence(Gravity gravity) {
        return switch (gravity) {
            case BLOQUANTE -> "qui réserve le résultat";
            case A_ARBITRER -> "que le jury peut écarter avec un motif";
            case AVERTISSEMENT, INFORMATION -> "signalée seulement";
        };
    }

    private void rules() {
        line("");
        line("Les blocs se valident séparément, sans compensation ; les points sont comparés avant tout arrondi.");
        line("VAE : le jury décide bloc par bloc, sans note" + cited(certification.vaeSource()));
        certification
                .notification()
                .ifPresent(delay -> line(
                        "VAE : décision notifiée dans les " + delay.days() + " jours du jury" + cited(delay.source())));
        certification
                .lapse()
                .ifPresent(rule -> line("Acquis d’avant le " + FrenchDate.inDigits(rule.before()) + ", alors limités à "
                        + FrenchCount.of(rule.years(), "an") + cited(rule.source())
                        + " : signalés pour qu’une personne juge, jamais écartés."));
        for (Exemption exemption : certification.exemptions()) {
            line("Dispense : le titre " + exemption.title() + " dispense de "
                    + exemption.blocks().stream().sorted().collect(Collectors.joining(", "))
                    + cited(exemption.source()));
        }
    }

    private void jury() {
        JuryRule jury = certification.jury();
        line("Jury : présidence du collège " + String.join(" ou ", jury.chairColleges()) + cited(jury.chairSource())
                + " ; au moins " + jury.shareNumerator() + "/" + jury.shareDenominator()
                + " de représentants de la profession, autant du collège " + jury.employers() + " que du collège "
                + jury.employees() + cited(jury.professionalsSource())
                + ". Un écart est signalé, jamais sanctionné.");
        jury.seats()
                .byExperience()
                .ifPresent(least -> line("Jury de VAE : au moins " + FrenchCount.of(least.least(), "membre")
                        + " sans lien déclaré avec le candidat" + cited(least.source()) + "."));
        jury.seats()
                .limitedVote()
                .ifPresent(vote -> line("Voix délibérative pour leurs seuls candidats : "
                        + String.join(", ", vote.capacities()) + cited(vote.source()) + "."));
    }

    private void sources() {
        line("");
        line("Sources :");
        for (Source source : certification.sources().values()) {
            line("  " + source.text() + " : " + source.subject());
        }
    }

    private static String cited(Source source) {
        return " (" + source.text() + ")";
    }

    private static String capital(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private void line(String words) {
        text.append(words.replace(" :", "\u00a0:")
                        .replace(" ;", "\u00a0;")
                        .replace("« ", "«\u00a0")
                        .replace(" »", "\u00a0»"))
                .append('\n');
    }
}
