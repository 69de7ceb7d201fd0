package fr.minutier.check;

import fr.minutier.bordereau.Cell;
import fr.minutier.bordereau.Column;
import fr.minutier.bordereau.Columns;
import fr.minutier.bordereau.SessionFields;
import fr.minutier.certification.Block;
import fr.minutier.certification.Certification;
import fr.minutier.certification.Competence;
import fr.minutier.certification.Component;
import fr.minutier.certification.Epreuve;
import fr.minutier.certification.Exemption;
import fr.minutier.session.Candidate;
import fr.minutier.session.CivilStatus;
import fr.minutier.session.ComponentMark;
import fr.minutier.session.Evidence;
import fr.minutier.session.Identity;
import fr.minutier.session.JuryMember;
import fr.minutier.session.Reserve;
import fr.minutier.session.Session;
import fr.minutier.session.Standing;
import fr.minutier.session.Status;
import fr.minutier.session.Waiver;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the session in typed words out of rows that every rule has read. */
final class SessionMaker {
    private SessionMaker() {}

    static Session make(
            SessionFields fields,
            Certification certification,
            Status status,
            @Nullable LocalDate deliberatedOn,
            List<JuryMember> jury,
            Check.Candidates candidates,
            Legibility legibility) {
        List<String> authorities =
                fields.all(SessionFields.AUTHORITY).stream().map(Cell::text).toList();
        return new Session(
                SessionRules.id(fields).orElseThrow(),
                certification,
                fields.first(SessionFields.LABEL).text(),
                status,
                deliberatedOn,
                authorities.isEmpty() ? certification.authorities() : authorities,
                new Session.Circumstances(
                        optional(fields, SessionFields.PLACE),
                        optional(fields, SessionFields.SCHOOL),
                        optional(fields, SessionFields.REGION),
                        optional(fields, SessionFields.APPOINTMENT),
                        optional(fields, SessionFields.OPENING),
                        optional(fields, SessionFields.CLOSING),
                        optional(fields, SessionFields.OBSERVATIONS)),
                jury,
                candidates.rows().stream()
                        .map(row -> candidate(
                                row,
                                Objects.requireNonNullElse(row.certification, certification),
                                certification,
                                legibility))
                        .toList(),
                candidates.settled());
    }

    private static @Nullable String optional(SessionFields fields, String field) {
        String text = fields.first(field).text();
        return text.isEmpty() ? null : text;
    }

    private static Candidate candidate(
            CandidateRow row, Certification certification, Certification ofSession, Legibility legibility) {
        Reserve reserve = reserve(row, legibility);
        return new Candidate(
                legibility.shown(row.number()),
                new Identity(
                        shown(row, Columns.CIVILITY, legibility),
                        shown(row, Columns.BIRTH_NAME, legibility),
                        shown(row, Columns.USAGE_NAME, legibility),
                        shown(row, Columns.FIRST_NAMES, legibility),
                        row.birthDate,
                        shown(row, Columns.BIRTH_PLACE, legibility),
                        row.textOrNull(Columns.EMAIL.key()),
                        shown(row, Columns.SCHOOL, legibility)),
                row.route,
                shown(row, Columns.GROUP, legibility),
                reserve == null ? standings(row, certification) : Map.of(),
                reserve == null ? competences(row, certification) : Map.of(),
                row.waivers.stream()
                        .map(waiver -> new Waiver(
                                waiver.anomaly(),
                                waiver.subject(),
                                legibility.shown(waiver.reason()),
                                waiver.limit(),
                                waiver.found()))
                        .toList(),
                reserve,
                certification.equals(ofSession) ? null : certification,
                new CivilStatus(
                        row.textOrNull(Columns.SEX.key()),
                        row.textOrNull(Columns.BIRTH_COMMUNE.key()),
                        row.textOrNull(Columns.BIRTH_COUNTRY.key())));
    }

    private static @Nullable String shown(CandidateRow row, Column column, Legibility legibility) {
        String text = row.textOrNull(column.key());
        return text == null ? null : legibility.shown(text);
    }

    private static @Nullable Reserve reserve(CandidateRow row, Legibility legibility) {
        List<Reserve.Cause> causes = row.anomalies().stream()
                .filter(Anomaly::withholds)
                .map(Anomaly::code)
                .distinct()
                .map(code -> new Reserve.Cause(code, AnomalyCode.label(code)))
                .toList();
        // Of two reasons none is printed: the anomaly stands for them.
        String declared = row.disputed(Columns.RESERVED.key()) ? null : shown(row, Columns.RESERVED, legibility);
        return declared == null && causes.isEmpty() ? null : new Reserve(declared, causes);
    }

    private static Map<String, Standing> standings(CandidateRow row, Certification certification) {
        Map<String, Standing> standings = new LinkedHashMap<>();
        for (Block block : certification.blocks()) {
            standings.put(block.code(), standing(row, block, certification));
        }
        return standings;
    }

    private static Standing standing(CandidateRow row, Block block, Certification certification) {
        if (row.acquired.containsKey(block.code())) {
            return new Standing.AcquiredEarlier(
                    row.acquired.get(block.code()), evidence(row, Columns.ACQUIRED_AUTHORITY, Columns.ACQUIRED_SEEN));
        }
        Exemption exemption = row.exempted.get(block.code());
        if (exemption != null) {
            return new Standing.Exempt(
                    exemption, row.titleSince, evidence(row, Columns.TITLE_AUTHORITY, Columns.TITLE_SEEN));
        }
        if (row.byExperience()) {
            return new Standing.ByExperience(Objects.requireNonNull(row.vaeDecisions.get(block.code())));
        }
        List<ComponentMark> marks = new ArrayList<>();
        for (Epreuve epreuve : block.epreuves()) {
            if (row.examinedIn(epreuve, certification)) {
                for (Component component : epreuve.components()) {
                    marks.add(new ComponentMark(component, Objects.requireNonNull(row.mark(component))));
                }
            }
        }
        return new Standing.Examined(marks);
    }

    private static Evidence evidence(CandidateRow row, Column authority, Column seen) {
        return new Evidence(row.textOrNull(authority.key()), row.textOrNull(seen.key()));
    }

    private static Map<String, Competence> competences(CandidateRow row, Certification certification) {
        Map<String, Competence> chosen = new HashMap<>();
        for (Block block : certification.blocks()) {
            block.competences().stream()
                    .filter(competence -> competence.code().equals(row.competences.get(block.code())))
                    .forEach(competence -> chosen.put(block.code(), competence));
        }
        return chosen;
    }
}
