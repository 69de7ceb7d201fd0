package fr.minutier.cli;

import fr.minutier.certification.Activity;
import fr.minutier.certification.Block;
import fr.minutier.certification.Certification;
import fr.minutier.certification.Competence;
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
import fr.minutier.certification.NamedTitle;
import fr.minutier.certification.Route;
import fr.minutier.certification.Source;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A definition in plain French, every rule with its source. */
final class Explanation {

    private final StringBuilder text = new StringBuilder();
    private final Certification certification;

    private Explanation(Certification certification) {
        this.certification = certification;
    }

    /** Why nothing can be held for a title that is known by name, and what is known of it. */
    static String of(NamedTitle title) {
        StringBuilder text = new StringBuilder();
        text.append(title.title()).append(" (").append(title.acronym()).append(")\n");
        text.append("Code ")
                .append(title.code())
                .append(title.rncp().isEmpty() ? "" : ", " + title.rncp())
                .append(", niveau ")
                .append(title.level())
                .append('\n');
        text.append("Délivré par\u00a0: ").append(title.deliveredBy()).append('\n');
        text.append(title.refusal()).append("\n\nSources\u00a0:\n");
        for (Source source : title.texts()) {
            text.append("  ")
                    .append(source.text())
                    .append("\u00a0: ")
                    .append(source.subject())
                    .append('\n');
        }
        return text.toString();
    }

    static String of(Certification certification) {
        Explanation explanation = new Explanation(certification);
        explanation.title();
        certification.blocks().forEach(explanation::block);
        explanation.sharedEpreuves();
        explanation.rules();
        explanation.jury();
        explanation.toFill();
        explanation.activities();
        explanation.sources();
        return explanation.text.toString();
    }

    private void title() {
        line(certification.title() + " (" + certification.acronym() + ")");
        String rncp = certification.rncp();
        Integer level = certification.level();
        line("Code " + certification.code() + (rncp == null ? "" : ", " + rncp)
                + (level == null ? "" : ", niveau " + level));
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
        line("");
        line(block.code() + "  " + block.title());
        if (own(block)) {
            epreuve(block.epreuves().getFirst());
        } else {
            line("  Épreuves : " + block.epreuves().stream().map(Epreuve::title).collect(Collectors.joining(" ; "))
                    + (block.link().equals(block.source()) ? "" : cited(block.link())));
            block.compensation()
                    .ifPresentOrElse(
                            rule -> line("  Validé à partir d’une moyenne de " + FrenchDecimal.of(rule.average())
                                    + ", chaque note comptée avec son coefficient : ces épreuves se compensent"
                                    + cited(rule.source())),
                            () -> line("  Validé quand "
                                    + (block.epreuves().size() == 1 ? "l’épreuve l’est" : "chacune l’est")
                                    + cited(block.source())));
        }
        for (Competence competence : block.competences()) {
            line("  " + (competence.code() + "  " + competence.title()).strip());
            competence.indicators().forEach(indicator -> line("      " + indicator));
        }
    }

    /** Whether the block rests on one épreuve, and no other block does. */
    private boolean own(Block block) {
        return block.epreuves().size() == 1
                && certification.restingOn(block.epreuves().getFirst()).size() == 1;
    }

    /** The épreuves that are not told with their block. */
    private void sharedEpreuves() {
        for (Epreuve epreuve : certification.epreuves()) {
            if (!certification.restingOn(epreuve).stream().allMatch(this::own)) {
                line("");
                epreuve(epreuve);
            }
        }
    }

    private void epreuve(Epreuve epreuve) {
        line("  Épreuve : " + epreuve.title() + "."
                + (epreuve.form().isEmpty() ? "" : " " + capital(epreuve.form()) + ".")
                + (epreuve.inCourse() ? " En cours de formation." : ""));
        String held = (epreuve.place().isEmpty() ? "" : "Lieu : " + epreuve.place() + ". ")
                + (epreuve.examiners().isEmpty() ? "" : "Examinateurs : " + epreuve.examiners() + ".");
        if (!held.isEmpty()) {
            line("  " + held.strip());
        }
        epreuve.examinerRule().ifPresent(this::examiners);
        for (Component component : epreuve.components()) {
            line("  " + component.title() + " : coefficient "
                    + component.weight().inFrench()
                    + (component.collective() ? ", note collective" : "")
                    + component
                            .floor()
                            .map(least -> ", note plancher " + FrenchDecimal.of(least))
                            .orElse("")
                    + " ; colonne « " + component.column() + " »");
        }
        epreuve.passMark()
                .ifPresent(mark -> line("  Validée à partir "
                        + (epreuve.filled()
                                ? "de " + mark.inFrench() + " points sur "
                                        + FrenchDecimal.of(epreuve.maximum(
                                                certification.marks().maximum()))
                                : "d’un nombre de points à remplir")
                        + cited(epreuve.source())));
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
        String chair = jury.chair()
                .map(rule -> "présidence du collège " + String.join(" ou ", rule.colleges()) + cited(rule.source()))
                .orElse("");
        String share = jury.professionals()
                .map(rule -> "au moins " + rule.shareNumerator() + "/" + rule.shareDenominator()
                        + " de représentants de la profession, autant du collège " + rule.employers()
                        + " que du collège " + rule.employees() + cited(rule.source()))
                .orElse("");
        String rules = Stream.of(chair, share).filter(rule -> !rule.isEmpty()).collect(Collectors.joining(" ; "));
        line(
                rules.isEmpty()
                        ? "Jury : aucun texte lu ne dit sa composition ; elle n’est pas contrôlée."
                        : "Jury : " + rules + ". Un écart est signalé, jamais sanctionné.");
        jury.seats()
                .byExperience()
                .ifPresent(least -> line("Jury de VAE : au moins " + FrenchCount.of(least.least(), "membre")
                        + " sans lien déclaré avec le candidat" + cited(least.source()) + "."));
        jury.seats()
                .limitedVote()
                .ifPresent(vote -> line("Voix délibérative pour leurs seuls candidats : "
                        + String.join(", ", vote.capacities()) + cited(vote.source()) + "."));
    }

    private void toFill() {
        if (!certification.toFill().isEmpty()) {
            line("");
            line("À remplir dans la définition avant toute session définitive :");
            certification.toFill().forEach(setting -> line("  " + setting));
        }
        if (!certification.unknown().isEmpty()) {
            line("");
            line("Ce que les textes lus ne disent pas :");
            certification.unknown().forEach(fact -> line("  " + fact));
        }
    }

    private void activities() {
        if (!certification.activities().isEmpty()) {
            line("");
            line("Référentiel :");
            certification.activities().forEach(activity -> activity(activity, "  "));
        }
    }

    private void activity(Activity activity, String margin) {
        line(margin + (activity.code() + "  " + activity.title()).strip());
        activity.parts().forEach(part -> activity(part, margin + "  "));
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
