package fr.minutier.act;

import fr.minutier.certification.Certification;
import fr.minutier.certification.Component;
import fr.minutier.certification.FrenchDecimal;
import fr.minutier.deliberation.BlockOutcome;
import fr.minutier.deliberation.EpreuveOutcome;
import fr.minutier.deliberation.Grounds;
import fr.minutier.deliberation.Issue;
import fr.minutier.session.Candidate;
import fr.minutier.session.ComponentMark;
import fr.minutier.session.Evidence;
import fr.minutier.session.Mark;
import fr.minutier.session.Standing;
import fr.minutier.session.VaeDecision;
import fr.minutier.typesetting.Champ;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an act says of the outcome of one block, with its grounds. Of the conditions, exactly one is true. */
public record OutcomeFields(
        @Champ(value = "bloc", aide = "le bloc et son épreuve")
        BlockFields block,

        @Champ(
                value = "issue",
                aide = "validé, non validé, dispensé, acquis, absent, non présenté ou réservé",
                mots = "issues")
        Issue issue,

        @Champ(value = "obtenu", aide = "vrai si le candidat détient le bloc")
        boolean held,

        @Champ(value = "note", aide = "vrai si toutes les composantes portent une note")
        boolean marked,

        @Champ(value = "absence", aide = "vrai si une composante a été manquée")
        boolean missed,

        @Champ(value = "non_presente", aide = "vrai si le bloc n’a pas été présenté à cette session")
        boolean notPresented,

        @Champ(value = "vae", aide = "vrai si le jury a décidé par VAE")
        boolean byExperience,

        @Champ(value = "acquis", aide = "vrai si le bloc était acquis avant la session")
        boolean acquired,

        @Champ(value = "dispense", aide = "vrai si un titre dispense du bloc")
        boolean exempt,

        @Champ(value = "reserve", aide = "vrai si le résultat est réservé")
        boolean withheld,

        @Champ(value = "notes", aide = "les composantes et leurs notes")
        List<MarkFields> marks,

        @Champ(value = "calcul", aide = "l’arithmétique : 3 × 13 + 2 × 6 = 51 ≥ 50") @Nullable
        String arithmetic,

        @Champ(value = "somme", aide = "ce qui s’additionne : 3 × 13 + 2 × 6") @Nullable
        String sum,

        @Champ(value = "comparaison", aide = "ce qui en résulte : = 51 ≥ 50") @Nullable
        String comparison,

        @Champ(value = "points", aide = "le total exact") @Nullable
        String points,

        @Champ(value = "moyenne", aide = "la moyenne, à deux décimales, si les épreuves du bloc se compensent")
        @Nullable
        String average,

        @Champ(value = "sous_plancher", aide = "les notes que rien ne compense, car sous leur plancher")
        List<BelowFloorFields> belowFloor,

        @Champ(value = "plusieurs", aide = "vrai si le bloc repose sur plusieurs épreuves, chacune à valider")
        boolean several,

        @Champ(value = "epreuves", aide = "l’issue de chacune de ces épreuves")
        List<EpreuveFields> epreuves,

        @Champ(value = "source", aide = "le texte qui fonde l’issue") @Nullable
        String source,

        @Champ(value = "date_acquis", aide = "date de l’acquis antérieur") @Nullable
        LocalDate acquiredOn,

        @Champ(value = "titre_dispensant", aide = "le titre qui dispense") @Nullable
        String title,

        @Champ(value = "date_titre", aide = "date à laquelle ce titre a été obtenu") @Nullable
        LocalDate titleOn,

        @Champ(value = "delivre_par", aide = "autorité qui a délivré l’acquis antérieur ou le titre") @Nullable
        String authority,

        @Champ(value = "vu_par", aide = "qui a vu le document") @Nullable
        String seenBy,

        @Champ(value = "competence", aide = "la compétence sur laquelle porte le travail") @Nullable
        String competence) {

    /** One component and its mark. */
    public record MarkFields(
            @Champ(value = "composante", aide = "intitulé de la composante")
            String component,

            @Champ(value = "valeur", aide = "la note, si c’est un nombre") @Nullable
            String mark,

            @Champ(value = "sans_note", aide = "absent ou non présenté, s’il n’y a pas de note", mots = "sans-note")
            @Nullable
            WithoutMark without,

            @Champ(value = "coefficient", aide = "coefficient")
            String coefficient,

            @Champ(value = "points", aide = "note × coefficient, si c’est un nombre") @Nullable
            String points) {

        static MarkFields of(ComponentMark mark) {
            Component component = mark.component();
            BigDecimal value = mark.mark() instanceof Mark.Value number ? number.value() : null;
            return new MarkFields(
                    component.title(),
                    value == null ? null : FrenchDecimal.of(value),
                    WithoutMark.of(mark.mark()),
                    FrenchDecimal.of(component.coefficient()),
                    value == null ? null : FrenchDecimal.of(value.multiply(component.coefficient())));
        }
    }

    /** A mark below its floor. */
    public record BelowFloorFields(
            @Champ(value = "composante", aide = "intitulé de la composante")
            String component,

            @Champ(value = "valeur", aide = "la note") String mark,

            @Champ(value = "plancher", aide = "la note plancher")
            String floor) {
        static List<BelowFloorFields> of(Grounds.Arithmetic sum) {
            return sum.belowFloor().stream()
                    .map(term -> new BelowFloorFields(
                            term.component().title(),
                            FrenchDecimal.of(term.mark()),
                            FrenchDecimal.of(term.component().floor().orElseThrow())))
                    .toList();
        }
    }

    /** One of several épreuves that the block needs, and its outcome. */
    public record EpreuveFields(
            @Champ(value = "epreuve", aide = "intitulé de l’épreuve")
            String title,

            @Champ(value = "issue", aide = "l’issue de l’épreuve", mots = "issues")
            Issue issue,

            @Champ(value = "obtenue", aide = "vrai si l’épreuve est validée, ou acquise avec un bloc")
            boolean held,

            @Champ(value = "calcul", aide = "l’arithmétique, si l’épreuve est notée") @Nullable
            String arithmetic,

            @Champ(value = "maximum", aide = "maximum de points") @Nullable
            String maximum,

            @Champ(value = "sous_plancher", aide = "les notes que rien ne compense, car sous leur plancher")
            List<BelowFloorFields> belowFloor,

            @Champ(value = "seule", aide = "vrai si aucun autre bloc ne porte déjà son calcul")
            boolean alone) {
        static EpreuveFields of(EpreuveOutcome part, boolean alone) {
            return new EpreuveFields(
                    part.epreuve().title(),
                    part.issue(),
                    part.issue().held(),
                    part.sum().map(Grounds::arithmetic).orElse(null),
                    part.sum().map(sum -> FrenchDecimal.of(sum.maximum())).orElse(null),
                    part.sum().map(BelowFloorFields::of).orElse(List.of()),
                    alone);
        }
    }

    /** Why there is no mark. */
    public enum WithoutMark {
        ABSENT,
        NON_PRESENTE;

        static @Nullable WithoutMark of(@Nullable Mark mark) {
            return switch (mark) {
                case null -> null;
                case Mark.Value value -> null;
                case Mark.Absent absent -> ABSENT;
                case Mark.NotPresented notPresented -> NON_PRESENTE;
            };
        }
    }

    static OutcomeFields of(Certification certification, Candidate candidate, BlockOutcome outcome, BlockFields block) {
        Grounds grounds = outcome.grounds();
        Optional<Grounds.Arithmetic> sum =
                grounds instanceof Grounds.Arithmetic one ? Optional.of(one) : Optional.empty();
        String arithmetic = sum.map(Grounds::arithmetic).orElse(null);
        int equals = arithmetic == null ? -1 : arithmetic.indexOf(" = ");
        Standing standing = candidate.standings().get(outcome.block().code());
        List<MarkFields> marks = standing instanceof Standing.Examined examined
                ? examined.marks().stream().map(MarkFields::of).toList()
                : List.of();
        Evidence evidence = evidence(standing);
        return new OutcomeFields(
                block,
                outcome.issue(),
                outcome.issue().held(),
                sum.isPresent(),
                grounds instanceof Grounds.Absence,
                grounds instanceof Grounds.NotPresented || isNotAsked(grounds),
                grounds instanceof Grounds.Experience && !isNotAsked(grounds),
                grounds instanceof Grounds.EarlierAward,
                grounds instanceof Grounds.ExemptedBy,
                grounds instanceof Grounds.Withheld,
                marks,
                arithmetic,
                arithmetic == null ? null : arithmetic.substring(0, equals),
                arithmetic == null ? null : arithmetic.substring(equals + 1),
                outcome.points().map(FrenchDecimal::of).orElse(null),
                sum.flatMap(Grounds.Arithmetic::average)
                        .map(average -> average.toPlainString().replace('.', ','))
                        .orElse(null),
                sum.map(BelowFloorFields::of).orElse(List.of()),
                grounds instanceof Grounds.Several,
                grounds instanceof Grounds.Several several ? epreuves(certification, several) : List.of(),
                source(grounds),
                grounds instanceof Grounds.EarlierAward award ? award.since() : null,
                grounds instanceof Grounds.ExemptedBy exempted ? exempted.title() : null,
                standing instanceof Standing.Exempt exempt ? exempt.since() : null,
                evidence.authority(),
                evidence.seenBy(),
                competence(candidate, outcome));
    }

    private static Evidence evidence(@Nullable Standing standing) {
        if (standing instanceof Standing.AcquiredEarlier acquired) {
            return acquired.evidence();
        }
        return standing instanceof Standing.Exempt exempt ? exempt.evidence() : Evidence.NONE;
    }

    private static boolean isNotAsked(Grounds grounds) {
        return grounds instanceof Grounds.Experience experience && experience.decision() == VaeDecision.NON_DEMANDE;
    }

    private static List<EpreuveFields> epreuves(Certification certification, Grounds.Several several) {
        return several.parts().stream()
                .map(part -> EpreuveFields.of(part, certification.onlyInSeveral(part.epreuve())))
                .toList();
    }

    private static @Nullable String competence(Candidate candidate, BlockOutcome outcome) {
        var competence = candidate.competences().get(outcome.block().code());
        return competence == null ? null : competence.code() + " " + competence.title();
    }

    private static @Nullable String source(Grounds grounds) {
        return switch (grounds) {
            case Grounds.Arithmetic arithmetic -> arithmetic.source().text();
            case Grounds.Several several -> several.source().text();
            case Grounds.Absence absence -> absence.source().text();
            case Grounds.NotPresented notPresented -> notPresented.source().text();
            case Grounds.Experience experience -> experience.source().text();
            case Grounds.EarlierAward award -> award.source().text();
            case Grounds.ExemptedBy exempted -> exempted.source().text();
            case Grounds.Withheld withheld -> null;
        };
    }
}
