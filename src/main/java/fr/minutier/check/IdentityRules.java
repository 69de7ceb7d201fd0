package fr.minutier.check;

import static fr.minutier.check.Sentences.listed;
import static fr.minutier.check.Sentences.quoted;

import fr.minutier.bordereau.Cell;
import fr.minutier.bordereau.Column;
import fr.minutier.bordereau.Columns;
import fr.minutier.bordereau.Label;
import fr.minutier.certification.Certification;
import fr.minutier.certification.FrenchDate;
import fr.minutier.certification.Route;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who the candidates are, and by which route they come. */
final class IdentityRules {
    /** What every candidate must have beside a number. */
    static final List<Column> REQUIRED =
            List.of(Columns.BIRTH_NAME, Columns.FIRST_NAMES, Columns.BIRTH_DATE, Columns.ROUTE);

    private static final List<Column> PRINTED = List.of(
            Columns.CIVILITY,
            Columns.BIRTH_NAME,
            Columns.USAGE_NAME,
            Columns.FIRST_NAMES,
            Columns.BIRTH_PLACE,
            Columns.SCHOOL,
            Columns.GROUP,
            Columns.WAIVERS,
            Columns.RESERVED);

    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,29}");

    private final List<CandidateRow> rows;
    private final Findings findings;

    IdentityRules(List<CandidateRow> rows, Findings findings) {
        this.rows = rows;
        this.findings = findings;
    }

    void numberInvalid() {
        for (CandidateRow row : rows) {
            Cell cell = row.cell(Columns.NUMBER.key());
            boolean columnMissing = cell.address().column() < 0;
            if (columnMissing || cell.formulaWithoutValue()) {
                continue;
            }
            if (row.number().isEmpty()) {
                findings.candidate(
                        row,
                        AnomalyCode.NUMERO_INVALIDE,
                        cell.address(),
                        "Ce candidat n’a pas de numéro\u00a0; donnez-lui le sien.");
            } else if (!NUMBER.matcher(row.number()).matches()) {
                findings.candidate(
                        row,
                        AnomalyCode.NUMERO_INVALIDE,
                        cell.address(),
                        quoted(row.number())
                                + " ne peut pas servir de numéro\u00a0: écrivez 1 à 30 lettres sans accent,"
                                + " chiffres, traits d’union ou tirets bas, en commençant par une lettre ou un chiffre.");
            }
        }
    }

    /** Two numbers that differ by case alone would share a folder on some machines. */
    void candidateTwice() {
        Map<String, List<CandidateRow>> byNumber = rows.stream()
                .filter(row -> !row.number().isEmpty())
                .collect(Collectors.groupingBy(
                        row -> row.number().toLowerCase(Locale.ROOT), LinkedHashMap::new, Collectors.toList()));
        for (List<CandidateRow> same : byNumber.values()) {
            if (same.size() > 1) {
                boolean oneFile = same.stream()
                                .map(row -> row.address().file())
                                .distinct()
                                .count()
                        == 1;
                String places = listed(
                        same.stream()
                                .map(row -> row.address().row()
                                        + 1
                                        + (oneFile ? "" : " de " + row.address().file()))
                                .toList(),
                        ", ");
                for (CandidateRow row : same) {
                    findings.candidate(
                            row,
                            AnomalyCode.CANDIDAT_DOUBLON,
                            row.cell(Columns.NUMBER.key()).address(),
                            "Le numéro " + quoted(row.number()) + " est porté par plusieurs lignes (" + places
                                    + ")\u00a0; gardez une ligne par candidat, ou corrigez le numéro.");
                }
            }
        }
    }

    void identityIncomplete() {
        for (CandidateRow row : rows) {
            for (Column column : REQUIRED) {
                if (row.has(column.key()) && row.cell(column.key()).blank()) {
                    findings.candidate(
                            row,
                            AnomalyCode.IDENTITE_INCOMPLETE,
                            row.cell(column.key()).address(),
                            quoted(column.official())
                                    + " est obligatoire pour chaque candidat\u00a0; remplissez la cellule.");
                }
            }
        }
    }

    void birthDateInvalid(LocalDate today, @Nullable LocalDate deliberatedOn) {
        for (CandidateRow row : rows) {
            Cell cell = row.cell(Columns.BIRTH_DATE.key());
            if (cell.blank() || cell.formulaWithoutValue() || row.disputed(Columns.BIRTH_DATE.key())) {
                continue;
            }
            Optional<LocalDate> day = cell.date();
            if (day.isEmpty()) {
                findings.candidate(
                        row,
                        AnomalyCode.DATE_INVALIDE,
                        cell.address(),
                        quoted(cell.text())
                                + " n’est pas une date du calendrier\u00a0; écrivez-la sous la forme JJ/MM/AAAA.");
                continue;
            }
            row.birthDate = day.get();
        }
        // A deliberation that precedes every birth is itself at fault, and told once, for the session.
        boolean deliberationAtFault = deliberatedOn != null
                && rows.stream()
                        .map(row -> row.birthDate)
                        .allMatch(birth -> birth == null || birth.isAfter(deliberatedOn));
        for (CandidateRow row : rows) {
            LocalDate birth = row.birthDate;
            LocalDate last = deliberatedOn == null || deliberationAtFault ? today : deliberatedOn;
            if (birth != null && birth.isAfter(last)) {
                findings.candidate(
                        row,
                        AnomalyCode.DATE_INVALIDE,
                        row.cell(Columns.BIRTH_DATE.key()).address(),
                        "La naissance, le " + FrenchDate.inDigits(birth) + ", suivrait le "
                                + FrenchDate.inDigits(last)
                                + (last.equals(today) ? " (aujourd’hui)" : " (délibération)")
                                + "\u00a0; corrigez la date.");
            }
        }
    }

    /** Without a certification every route is open. */
    void routeUnknownOrClosed(@Nullable Certification certification) {
        Map<String, Route> routes = new LinkedHashMap<>();
        for (Route route : Route.values()) {
            routes.put(Label.fold(route.label()), route);
        }
        Set<Route> openRoutes = certification == null ? EnumSet.allOf(Route.class) : certification.routes();
        String open = openRoutes.stream().sorted().map(Route::label).collect(Collectors.joining(", "));
        for (CandidateRow row : rows) {
            Cell cell = row.cell(Columns.ROUTE.key());
            if (cell.text().isEmpty()) {
                row.decidedByExperience = decidedByExperience(row, certification);
                continue;
            }
            Route route = routes.get(Label.fold(cell.text()));
            if (route == null) {
                findings.candidate(
                        row,
                        AnomalyCode.VOIE_INCONNUE,
                        cell.address(),
                        quoted(cell.text()) + " n’est pas une voie d’accès\u00a0; écrivez l’une de\u00a0: " + open
                                + ".");
            } else if (certification != null && !openRoutes.contains(route)) {
                findings.candidate(
                        row,
                        AnomalyCode.VOIE_NON_OUVERTE,
                        cell.address(),
                        "La voie " + quoted(route.label()) + " n’est pas ouverte pour " + certification.code() + " ("
                                + certification.routesSource().text() + ")\u00a0; écrivez l’une de\u00a0: " + open
                                + ".");
            }
            row.route = route;
            row.decidedByExperience = route == null && decidedByExperience(row, certification);
        }
    }

    /** Whether a row has decisions by VAE and no mark. */
    private static boolean decidedByExperience(CandidateRow row, @Nullable Certification certification) {
        return certification != null
                && certification.components().stream()
                        .allMatch(component -> row.cell(component.column()).blank())
                && certification.blocks().stream()
                        .anyMatch(block -> !row.cell(block.vaeColumn()).blank());
    }

    /** The same person under two numbers would be judged twice. */
    void namesake() {
        record Person(String birthName, String firstNames, LocalDate birthDate) {}
        Map<Person, List<CandidateRow>> byPerson = new LinkedHashMap<>();
        for (CandidateRow row : rows) {
            LocalDate birth = row.birthDate;
            String name = Label.fold(row.text(Columns.BIRTH_NAME.key()));
            String firstNames = Label.fold(row.text(Columns.FIRST_NAMES.key()));
            boolean disputed = row.disputed(Columns.BIRTH_NAME.key()) || row.disputed(Columns.FIRST_NAMES.key());
            if (birth != null && !disputed && !name.isEmpty() && !firstNames.isEmpty()) {
                byPerson.computeIfAbsent(new Person(name, firstNames, birth), key -> new ArrayList<>())
                        .add(row);
            }
        }
        for (List<CandidateRow> same : byPerson.values()) {
            long numbers = same.stream()
                    .map(row -> row.number().toLowerCase(Locale.ROOT))
                    .distinct()
                    .count();
            if (numbers > 1) {
                String all = listed(
                        same.stream().map(CandidateRow::number).distinct().toList(), ", ");
                for (CandidateRow row : same) {
                    findings.candidate(
                            row,
                            AnomalyCode.HOMONYME,
                            row.cell(Columns.BIRTH_NAME.key()).address(),
                            "Mêmes nom, prénoms et date de naissance sous plusieurs numéros ("
                                    + all
                                    + ")\u00a0; vérifiez qu’il s’agit de deux personnes.");
                }
            }
        }
    }

    /** What is to be printed, and cannot. */
    void illegible(Legibility legibility) {
        illegible(PRINTED, legibility);
    }

    /** The same in what shows a title or an award, columns that only a definition brings. */
    void evidenceIllegible(Legibility legibility) {
        illegible(Columns.OF_EVIDENCE, legibility);
    }

    private void illegible(List<Column> printed, Legibility legibility) {
        for (CandidateRow row : rows) {
            for (Column column : printed) {
                Cell cell = row.cell(column.key());
                legibility.of(cell, (code, sentence) -> findings.candidate(row, code, cell.address(), sentence));
            }
        }
    }
}
