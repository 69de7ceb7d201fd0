package fr.minutier.act;

import fr.minutier.certification.Block;
import fr.minutier.certification.Certification;
import fr.minutier.certification.FrenchCount;
import fr.minutier.deliberation.BlockOutcome;
import fr.minutier.deliberation.Decision;
import fr.minutier.deliberation.Deliberation;
import fr.minutier.deliberation.Issue;
import fr.minutier.deliberation.Verdict;
import fr.minutier.proof.SigningKey;
import fr.minutier.session.Candidate;
import fr.minutier.session.JuryMember;
import fr.minutier.session.Session;
import fr.minutier.session.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gathers the acts that a deliberation gives: which, under which number, at which place, with all that they print. */
public final class Acts {
    private final Claims claims;
    private final Deliberation deliberation;
    private final Session session;
    private final Certification certification;
    private final LocalDate takenUp;
    private final Versions versions;
    private final Map<String, CertificationFields> certifications = new HashMap<>();
    private final SessionFields sessionFields;
    private final @Nullable ChainFields chain;
    /** By certification, then by block. */
    private final Map<String, Map<String, BlockFields>> blocks = new HashMap<>();

    /**
     * Prepares the acts of one session, without codes.
     *
     * @param takenUp the day on which the session was taken up, the only day of the machine that an act bears
     */
    public Acts(Deliberation deliberation, LocalDate takenUp) {
        this(deliberation, takenUp, Optional.empty());
    }

    /**
     * Prepares the acts of one session, each with its signed code when there is a key.
     *
     * @param takenUp the day on which the session was taken up, the only day of the machine that an act bears
     */
    public Acts(Deliberation deliberation, LocalDate takenUp, Optional<SigningKey> key) {
        this(deliberation, takenUp, key, Versions.FIRST, null);
    }

    /**
     * Prepares the acts of one session, which go on record.
     *
     * @param takenUp the day on which the session was taken up, the only day of the machine that an act bears
     * @param versions of the acts, after earlier ones
     * @param chain what the minutes print of the register; null when they print nothing of it
     */
    public Acts(
            Deliberation deliberation,
            LocalDate takenUp,
            Optional<SigningKey> key,
            Versions versions,
            @Nullable ChainFields chain) {
        this.claims = new Claims(deliberation, takenUp, key.orElse(null));
        this.deliberation = deliberation;
        this.session = deliberation.session();
        this.certification = session.certification();
        this.takenUp = takenUp;
        this.versions = versions;
        this.sessionFields = SessionFields.of(session);
        this.chain = chain;
        for (Certification each : Stream.concat(Stream.of(certification), session.certifications().stream())
                .distinct()
                .toList()) {
            certifications.put(each.code(), CertificationFields.of(each));
            Map<String, BlockFields> own = new LinkedHashMap<>();
            each.blocks().forEach(block -> own.put(block.code(), BlockFields.of(each, block)));
            blocks.put(each.code(), own);
        }
    }

    /** The acts of one candidate: none when his result is withheld; a statement alone while the session is provisional. */
    public List<Act> of(Decision decision) {
        if (decision.verdict() == Verdict.RESERVE) {
            return List.of();
        }
        List<Act> acts = new ArrayList<>();
        acts.add(toldWhole(ActKind.RELEVE_DE_NOTES, decision));
        if (session.status() == Status.DEFINITIF && decision.verdict() == Verdict.ADMIS) {
            acts.add(certificate(decision));
        }
        if (session.status() == Status.DEFINITIF && decision.verdict() == Verdict.PARTIEL) {
            for (BlockOutcome outcome : decision.outcomes()) {
                if (outcome.issue() == Issue.VALIDE) {
                    acts.add(blockCertificate(decision, outcome));
                }
            }
        }
        if (session.status() == Status.DEFINITIF) {
            acts.add(toldWhole(ActKind.LETTRE_DE_NOTIFICATION, decision));
            acts.add(extract(decision));
        }
        return acts;
    }

    private Act toldWhole(ActKind kind, Decision decision) {
        Candidate candidate = decision.candidate();
        Numbered numbered = numbered(kind, candidate.number(), candidate);
        return act(
                kind,
                numbered,
                candidate,
                kind.word() + ".pdf",
                new Statement(
                        act(numbered, claims.of(kind, numbered.number(), decision)),
                        certification(candidate),
                        sessionFields,
                        CandidateFields.of(candidate),
                        outcomes(decision),
                        decision.verdict(),
                        decision.verdict() == Verdict.ADMIS,
                        decision.verdict() == Verdict.PARTIEL,
                        decision.verdict() == Verdict.AJOURNE,
                        missing(decision),
                        notifyBy(candidate),
                        waivers(candidate)));
    }

    private @Nullable LocalDate notifyBy(Candidate candidate) {
        LocalDate day = session.deliberatedOn();
        return day == null || !candidate.byExperience()
                ? null
                : session.certificationOf(candidate)
                        .notification()
                        .map(delay -> delay.lastDay(day))
                        .orElse(null);
    }

    private Act extract(Decision decision) {
        Candidate candidate = decision.candidate();
        Numbered numbered = numbered(ActKind.EXTRAIT_DE_PROCES_VERBAL, candidate.number(), candidate);
        return act(
                ActKind.EXTRAIT_DE_PROCES_VERBAL,
                numbered,
                candidate,
                ActKind.EXTRAIT_DE_PROCES_VERBAL.word() + ".pdf",
                new Extract(
                        act(numbered, claims.of(ActKind.EXTRAIT_DE_PROCES_VERBAL, numbered.number(), decision)),
                        minutesNumber().number(),
                        certification(candidate),
                        sessionFields,
                        chair(),
                        CandidateFields.of(candidate),
                        outcomes(decision),
                        decision.verdict(),
                        session.settledMarks().stream()
                                .filter(settled -> settled.candidate().equals(candidate.number()))
                                .map(settled -> Minutes.SettledFields.of(session, settled))
                                .toList(),
                        waivers(candidate)));
    }

    private CertificationFields certification(Candidate candidate) {
        return fields(session.certificationOf(candidate));
    }

    private CertificationFields fields(Certification of) {
        return Objects.requireNonNull(certifications.get(of.code()));
    }

    private BlockFields block(Candidate candidate, Block block) {
        return Objects.requireNonNull(
                ownBlocks(session.certificationOf(candidate)).get(block.code()));
    }

    private Map<String, BlockFields> ownBlocks(Certification of) {
        return Objects.requireNonNull(blocks.get(of.code()));
    }

    private static List<WaiverFields> waivers(Candidate candidate) {
        return candidate.waivers().stream()
                .map(waiver -> WaiverFields.of(candidate, waiver))
                .toList();
    }

    private @Nullable String chair() {
        return session.jury().stream()
                .filter(JuryMember::chair)
                .findFirst()
                .map(Minutes.MemberFields::name)
                .orElse(null);
    }

    private Numbered minutesNumber() {
        return numbered(session.id() + "-" + ActKind.PROCES_VERBAL.letters(), "");
    }

    private Act certificate(Decision decision) {
        Candidate candidate = decision.candidate();
        Numbered numbered = numbered(ActKind.ATTESTATION_DE_REUSSITE, candidate.number(), candidate);
        return act(
                ActKind.ATTESTATION_DE_REUSSITE,
                numbered,
                candidate,
                "attestation-de-reussite.pdf",
                new Certificate(
                        act(numbered, claims.of(ActKind.ATTESTATION_DE_REUSSITE, numbered.number(), decision)),
                        certification(candidate),
                        sessionFields,
                        HolderFields.of(candidate)));
    }

    private Act blockCertificate(Decision decision, BlockOutcome outcome) {
        Candidate candidate = decision.candidate();
        String code = outcome.block().code();
        Numbered numbered = numbered(ActKind.ATTESTATION_DE_BLOC, code + "-" + candidate.number(), candidate);
        return act(
                ActKind.ATTESTATION_DE_BLOC,
                numbered,
                candidate,
                "attestation-bloc-" + code + ".pdf",
                new BlockCertificate(
                        act(numbered, claims.of(ActKind.ATTESTATION_DE_BLOC, numbered.number(), decision, outcome)),
                        certification(candidate),
                        sessionFields,
                        HolderFields.of(candidate),
                        block(candidate, outcome.block()),
                        missing(decision)));
    }

    private Act act(ActKind kind, Numbered numbered, Candidate candidate, String file, Record record) {
        return new Act(
                kind,
                numbered.number(),
                numbered.version(),
                candidate.number(),
                "candidats/" + candidate.number() + "/" + file,
                draft(),
                record);
    }

    /** The minutes, with every candidate of the bordereau. */
    public Act minutes() {
        return minutes(List.of());
    }

    /**
     * The minutes that correct others, with every candidate of the bordereau.
     *
     * @param correction what they say of the ones that they correct
     */
    public Act minutes(CorrectionFields correction) {
        return minutes(List.of(correction));
    }

    private Act minutes(List<CorrectionFields> correction) {
        Numbered numbered = minutesNumber();
        String number = numbered.number();
        List<StatisticFields> statistics = session.certifications().stream()
                .flatMap(each -> StatisticFields.of(deliberation, each, ownBlocks(each)).stream())
                .toList();
        return new Act(
                ActKind.PROCES_VERBAL,
                number,
                numbered.version(),
                "",
                "proces-verbal.pdf",
                draft(),
                new Minutes(
                        act(numbered, claims.ofSession(ActKind.PROCES_VERBAL, number)),
                        !correction.isEmpty(),
                        correction,
                        fields(certification),
                        sessionFields,
                        session.jury().stream().map(Minutes.MemberFields::of).toList(),
                        session.jury().stream()
                                .filter(JuryMember::maySign)
                                .map(Minutes.MemberFields::of)
                                .toList(),
                        chair(),
                        List.copyOf(ownBlocks(certification).values()),
                        deliberation.decisions().stream().map(this::line).toList(),
                        session.certifications().stream().map(this::regime).toList(),
                        deliberation.decisions().stream()
                                .flatMap(this::heldOtherwise)
                                .toList(),
                        session.settledMarks().stream()
                                .map(settled -> Minutes.SettledFields.of(session, settled))
                                .toList(),
                        session.candidates().stream()
                                .flatMap(candidate -> waivers(candidate).stream())
                                .toList(),
                        session.candidates().stream()
                                .flatMap(Minutes.ReserveFields::of)
                                .toList(),
                        counts(),
                        statistics,
                        statistics.stream().anyMatch(StatisticFields::enough),
                        session.certifications().stream()
                                .flatMap(each -> each.exemptions().stream())
                                .map(exemption -> new Minutes.ExemptionFields(
                                        exemption.title(),
                                        exemption.blocks().stream().sorted().collect(Collectors.joining(", ")),
                                        exemption.source().text()))
                                .toList(),
                        chain == null ? List.of() : List.of(chain)));
    }

    private Minutes.RegimeFields regime(Certification each) {
        List<Minutes.LineFields> lines = deliberation.decisions().stream()
                .filter(decision -> each.equals(session.certificationOf(decision.candidate())))
                .map(this::line)
                .toList();
        return new Minutes.RegimeFields(
                fields(each),
                each.equals(certification),
                session.certifications().size() > 1 || !each.equals(certification),
                FrenchCount.of(lines.size(), "candidat"),
                List.copyOf(ownBlocks(each).values()),
                lines);
    }

    private Minutes.LineFields line(Decision decision) {
        return new Minutes.LineFields(CandidateFields.of(decision.candidate()), outcomes(decision), decision.verdict());
    }

    private Minutes.CountFields counts() {
        return new Minutes.CountFields(
                Integer.toString(session.candidates().size()),
                count(Verdict.ADMIS),
                count(Verdict.PARTIEL),
                count(Verdict.AJOURNE),
                count(Verdict.RESERVE));
    }

    private String count(Verdict verdict) {
        return Long.toString(deliberation.count(verdict));
    }

    private List<OutcomeFields> outcomes(Decision decision) {
        return decision.outcomes().stream()
                .map(outcome -> OutcomeFields.of(
                        session.certificationOf(decision.candidate()),
                        decision.candidate(),
                        outcome,
                        block(decision.candidate(), outcome.block())))
                .toList();
    }

    private Stream<Minutes.HeldFields> heldOtherwise(Decision decision) {
        return outcomes(decision).stream()
                .filter(outcome -> outcome.acquired() || outcome.exempt())
                .map(outcome -> new Minutes.HeldFields(CandidateFields.of(decision.candidate()), outcome));
    }

    private List<BlockFields> missing(Decision decision) {
        return decision.missing().stream()
                .map(outcome -> block(decision.candidate(), outcome.block()))
                .toList();
    }

    private ActFields act(Numbered numbered, @Nullable String code) {
        return new ActFields(numbered.number(), takenUp, draft(), code, numbered.replaced());
    }

    /** An act's number, which tells its version from the second on. */
    private record Numbered(
            String number, int version, @Nullable String replaced) {}

    private Numbered numbered(ActKind kind, String of, Candidate candidate) {
        return numbered(session.id() + "-" + kind.letters() + "-" + of, candidate.number());
    }

    private Numbered numbered(String first, String candidate) {
        int version = versions.of(first, candidate);
        return new Numbered(
                Versions.number(first, version), version, version == 1 ? null : Versions.number(first, version - 1));
    }

    private boolean draft() {
        return session.status() == Status.PROVISOIRE;
    }
}
