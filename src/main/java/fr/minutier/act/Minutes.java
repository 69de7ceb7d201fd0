package fr.minutier.act;

import fr.minutier.act.OutcomeFields.WithoutMark;
import fr.minutier.certification.FrenchDecimal;
import fr.minutier.deliberation.Verdict;
import fr.minutier.session.Candidate;
import fr.minutier.session.JuryMember;
import fr.minutier.session.Mark;
import fr.minutier.session.Reserve;
import fr.minutier.session.Session;
import fr.minutier.session.SettledMark;
import fr.minutier.typesetting.Champ;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The minutes of the jury (procès-verbal). */
public record Minutes(
        @Champ(value = "acte", aide = "l’acte lui-même") ActFields act,

        @Champ(value = "rectifie", aide = "vrai pour un procès-verbal rectificatif")
        boolean corrects,

        @Champ(value = "rectificatif", aide = "ce qu’il rectifie ; vide pour le premier procès-verbal d’une session")
        List<CorrectionFields> corrections,

        @Champ(value = "certification", aide = "la certification")
        CertificationFields certification,

        @Champ(value = "session", aide = "la session") SessionFields session,
        @Champ(value = "jury", aide = "les membres du jury") List<MemberFields> jury,

        @Champ(value = "signataires", aide = "les membres qui ont siégé, ou dont la présence n’est pas précisée")
        List<MemberFields> signatories,

        @Champ(value = "president", aide = "qui préside, s’il y en a un") @Nullable
        String chair,

        @Champ(value = "blocs", aide = "les blocs de la certification de la session")
        List<BlockFields> blocks,

        @Champ(value = "candidats", aide = "tous les candidats et leurs décisions")
        List<LineFields> lines,

        @Champ(value = "regimes", aide = "les certifications des candidats : une, ou plusieurs d’une même famille")
        List<RegimeFields> regimes,

        @Champ(value = "acquis_et_dispenses", aide = "les blocs acquis antérieurement ou dispensés, avec leurs preuves")
        List<HeldFields> heldOtherwise,

        @Champ(value = "notes_arretees", aide = "les notes changées par le jury")
        List<SettledFields> settled,

        @Champ(value = "derogations", aide = "les dérogations accordées")
        List<WaiverFields> waivers,

        @Champ(value = "reserves", aide = "les résultats réservés")
        List<ReserveFields> reserves,

        @Champ(value = "effectifs", aide = "les nombres de candidats")
        CountFields counts,

        @Champ(value = "statistiques", aide = "les points de chaque épreuve")
        List<StatisticFields> statistics,

        @Champ(value = "annexe", aide = "vrai si une épreuve au moins compte cinq candidats notés")
        boolean annexed,

        @Champ(value = "dispenses", aide = "les titres qui dispensent")
        List<ExemptionFields> exemptions,

        @Champ(value = "registre", aide = "ce que le registre tient de la session ; rien dans un aperçu")
        List<ChainFields> chain) {

    /** A member of the jury. */
    public record MemberFields(
            @Champ(value = "nom", aide = "civilité, prénom et nom")
            String name,

            @Champ(value = "qualite", aide = "qualité") String capacity,
            @Champ(value = "college", aide = "collège") String college,

            @Champ(value = "preside", aide = "vrai pour la présidence")
            boolean chair,

            @Champ(value = "presence", aide = "présent, absent, excusé ou non précisé", mots = "presences")
            JuryMember.Presence presence,

            @Champ(value = "groupe", aide = "groupe d’examinateurs") @Nullable
            String group,

            @Champ(value = "candidats", aide = "candidats pour lesquels il vote seul") @Nullable
            String candidates,

            @Champ(value = "recuse", aide = "candidats pour lesquels il ne siège pas") @Nullable
            String recused,

            @Champ(value = "epreuves", aide = "blocs dont il examine l’épreuve") @Nullable
            String examines,

            @Champ(value = "designe_par", aide = "qui l’a désigné comme examinateur") @Nullable
            String designatedBy,

            @Champ(value = "examinateur", aide = "vrai s’il examine sans être membre du jury")
            boolean examinerOnly) {

        static MemberFields of(JuryMember member) {
            return new MemberFields(
                    name(member),
                    member.capacity(),
                    member.college(),
                    member.chair(),
                    member.presence(),
                    member.group(),
                    joined(member.candidates()),
                    joined(member.recusedFor()),
                    joined(member.examines()),
                    member.designatedBy(),
                    member.examinerOnly());
        }

        private static @Nullable String joined(List<String> words) {
            return words.isEmpty() ? null : String.join(", ", words);
        }

        static String name(JuryMember member) {
            return Stream.of(member.civility(), member.firstName(), member.lastName())
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" "));
        }
    }

    /** The candidates of one certification. */
    public record RegimeFields(
            @Champ(value = "certification", aide = "la certification")
            CertificationFields certification,

            @Champ(value = "de_la_session", aide = "vrai pour la certification de la session")
            boolean ofSession,

            @Champ(
                    value = "avec_d_autres",
                    aide = "vrai s’il faut la nommer : la session en réunit plusieurs, ou une autre que la sienne")
            boolean amongOthers,

            @Champ(value = "effectif", aide = "le nombre de ses candidats : 12 candidats")
            String count,

            @Champ(value = "blocs", aide = "les blocs de la certification")
            List<BlockFields> blocks,

            @Champ(value = "candidats", aide = "les candidats et leurs décisions")
            List<LineFields> lines) {}

    /** A candidate, the outcome of each block, and the decision. */
    public record LineFields(
            @Champ(value = "candidat", aide = "le candidat") CandidateFields candidate,

            @Champ(value = "blocs", aide = "l’issue de chaque bloc")
            List<OutcomeFields> outcomes,

            @Champ(value = "decision", aide = "la décision", mots = "decisions")
            Verdict decision) {}

    /** A block that a candidate holds otherwise than by this session. */
    public record HeldFields(
            @Champ(value = "candidat", aide = "le candidat") CandidateFields candidate,

            @Champ(value = "issue", aide = "l’issue du bloc")
            OutcomeFields outcome) {}

    /** A mark that the jury settled. */
    public record SettledFields(
            @Champ(value = "candidat", aide = "numéro du candidat")
            String candidate,

            @Champ(value = "nom_complet", aide = "nom du candidat") @Nullable
            String fullName,

            @Champ(value = "composante", aide = "la composante")
            String component,

            @Champ(value = "avant", aide = "la note proposée, s’il y en avait une") @Nullable
            String before,

            @Champ(
                    value = "avant_sans_note",
                    aide = "absent ou non présenté, si c’est ce qui était proposé",
                    mots = "sans-note")
            @Nullable
            WithoutMark without,

            @Champ(value = "apres", aide = "la note arrêtée")
            String after,

            @Champ(value = "motif", aide = "motif du jury") @Nullable
            String reason) {

        static SettledFields of(Session session, SettledMark settled) {
            String fullName = session.candidates().stream()
                    .filter(candidate -> candidate.number().equals(settled.candidate()))
                    .findFirst()
                    .map(candidate -> CandidateFields.of(candidate).fullName())
                    .orElse(null);
            Mark reported = settled.reported();
            return new SettledFields(
                    settled.candidate(),
                    fullName,
                    settled.component().column(),
                    reported instanceof Mark.Value value ? FrenchDecimal.of(value.value()) : null,
                    WithoutMark.of(reported),
                    FrenchDecimal.of(settled.settled()),
                    settled.reason());
        }
    }

    /** A result withheld. */
    public record ReserveFields(
            @Champ(value = "candidat", aide = "numéro du candidat") @Nullable
            String candidate,

            @Champ(value = "nom_complet", aide = "nom du candidat") @Nullable
            String fullName,

            @Champ(value = "declare", aide = "le motif écrit dans le bordereau") @Nullable
            String declared,

            @Champ(value = "causes", aide = "les anomalies qui retiennent le résultat")
            List<CauseFields> causes) {

        /** Empty for a result that is not withheld. */
        static Stream<ReserveFields> of(Candidate candidate) {
            Reserve reserve = candidate.reserve();
            if (reserve == null) {
                return Stream.empty();
            }
            CandidateFields fields = CandidateFields.of(candidate);
            List<CauseFields> causes = new ArrayList<>();
            for (Reserve.Cause cause : reserve.causes()) {
                causes.add(new CauseFields(cause.code(), causes.isEmpty()));
            }
            return Stream.of(new ReserveFields(fields.number(), fields.fullName(), reserve.declared(), causes));
        }
    }

    /** An anomaly that withholds a result. */
    public record CauseFields(
            @Champ(value = "raison", aide = "l’anomalie en quelques mots", mots = "anomalies")
            String code,

            @Champ(value = "premiere", aide = "vrai pour la première de la liste")
            boolean first) {}

    /** How many candidates were given each decision. */
    public record CountFields(
            @Champ(value = "inscrits", aide = "candidats de la session")
            String all,

            @Champ(value = "admis", aide = "admis") String admitted,

            @Champ(value = "partiels", aide = "validations partielles")
            String partial,

            @Champ(value = "ajournes", aide = "ajournés") String failed,

            @Champ(value = "reserves", aide = "résultats réservés")
            String withheld) {}

    /** A title that exempts from blocks. */
    public record ExemptionFields(
            @Champ(value = "titre", aide = "le titre") String title,

            @Champ(value = "blocs", aide = "les blocs dispensés")
            String blocks,

            @Champ(value = "source", aide = "le texte") String source) {}
}
