package fr.minutier.check;

import static fr.minutier.check.Sentences.quoted;

import fr.minutier.bordereau.Cell;
import fr.minutier.bordereau.Label;
import fr.minutier.bordereau.SessionFields;
import fr.minutier.certification.Certification;
import fr.minutier.certification.CertificationLibrary;
import fr.minutier.certification.FrenchDate;
import fr.minutier.certification.NamedTitle;
import fr.minutier.session.Session;
import fr.minutier.session.Status;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules of the sheet {@code Session}. */
final class SessionRules {

    private final SessionFields fields;
    private final List<SessionFields> each;
    private final Findings findings;

    /**
     * The rules of one session.
     *
     * @param fields of all its files together
     * @param each those of each file
     */
    SessionRules(SessionFields fields, List<SessionFields> each, Findings findings) {
        this.fields = fields;
        this.each = List.copyOf(each);
        this.findings = findings;
    }

    /** The identifier that the sheet names, when it is a good one: it ties the file to a session. */
    static Optional<String> id(SessionFields fields) {
        String id = fields.first(SessionFields.ID).text();
        return Session.ID.matcher(id).matches() ? Optional.of(id) : Optional.empty();
    }

    /** The identifier of this session, when it is a good one. */
    Optional<String> id() {
        return id(fields);
    }

    void columnUnknown() {
        for (Cell field : fields.unknown()) {
            findings.session(
                    AnomalyCode.COLONNE_INCONNUE,
                    field.address(),
                    "Le champ " + quoted(field.text())
                            + " n’est pas connu\u00a0: il n’est pas repris\u00a0; corrigez son nom s’il devait l’être.");
        }
    }

    void formulaWithoutValue() {
        for (Cell cell : fields.cells()) {
            if (cell.formulaWithoutValue()) {
                findings.session(AnomalyCode.FORMULE_SANS_VALEUR, cell.address(), Sentences.FORMULA);
            }
        }
    }

    /** A field that one file gives twice with two values leaves open which one counts. */
    void fieldGivenTwice() {
        for (SessionFields file : each) {
            fieldGivenTwice(file);
        }
    }

    private void fieldGivenTwice(SessionFields file) {
        for (String field : SessionFields.single()) {
            List<Cell> cells = file.all(field);
            for (Cell cell : cells) {
                if (!cell.text().equals(cells.getFirst().text())) {
                    findings.session(
                            AnomalyCode.SESSION_INVALIDE,
                            cell.address(),
                            "Le champ " + quoted(field)
                                    + " est donné deux fois avec deux valeurs\u00a0; gardez la bonne.");
                }
            }
        }
    }

    void fieldMissing() {
        for (String field : List.of(SessionFields.ID, SessionFields.CERTIFICATION, SessionFields.LABEL)) {
            missing(field, "Le champ " + quoted(field) + " est obligatoire\u00a0; remplissez-le.");
        }
    }

    private void missing(String field, String message) {
        Cell cell = fields.first(field);
        if (cell.blank()) {
            findings.session(AnomalyCode.CHAMP_MANQUANT, cell.address(), message);
        }
    }

    void sessionInvalid() {
        Cell id = fields.first(SessionFields.ID);
        if (!id.text().isEmpty() && !Session.ID.matcher(id.text()).matches()) {
            findings.session(
                    AnomalyCode.SESSION_INVALIDE,
                    id.address(),
                    quoted(id.text()) + " ne peut pas nommer une session\u00a0: écrivez 3 à 40 lettres capitales sans"
                            + " accent, chiffres ou traits d’union, en commençant par une lettre ou un chiffre.");
        }
    }

    Status status() {
        Cell cell = fields.first(SessionFields.STATUS);
        String word = Label.fold(cell.text());
        for (Status status : Status.values()) {
            if (Label.fold(status.label()).equals(word)) {
                return status;
            }
        }
        if (!cell.text().isEmpty()) {
            findings.session(
                    AnomalyCode.SESSION_INVALIDE,
                    cell.address(),
                    "Le statut " + quoted(cell.text()) + " n’existe pas\u00a0: écrivez provisoire ou définitif.");
        }
        return Status.PROVISOIRE;
    }

    Optional<Certification> certification(CertificationLibrary library) {
        Cell cell = fields.first(SessionFields.CERTIFICATION);
        if (cell.text().isEmpty()) {
            return Optional.empty();
        }
        Optional<Certification> found = library.find(cell.text()).or(() -> library.all().stream()
                .filter(known -> Label.fold(known.code()).equals(Label.fold(cell.text())))
                .findFirst());
        Optional<NamedTitle> named = library.named().stream()
                .filter(known -> Label.fold(known.code()).equals(Label.fold(cell.text())))
                .findFirst();
        if (found.isEmpty() && named.isPresent()) {
            findings.session(
                    AnomalyCode.CERTIFICATION_INCOMPLETE,
                    cell.address(),
                    named.get().refusal());
        } else if (found.isEmpty()) {
            findings.session(
                    AnomalyCode.CERTIFICATION_INCONNUE,
                    cell.address(),
                    "La certification " + quoted(cell.text()) + " n’a pas de définition\u00a0; écrivez l’un de\u00a0: "
                            + library.all().stream().map(Certification::code).collect(Collectors.joining(", "))
                            + ".");
        }
        return found;
    }

    /** The day of the deliberation, when it is a good one. */
    @Nullable
    LocalDate deliberatedOn(Status status, LocalDate today) {
        Cell cell = fields.first(SessionFields.DELIBERATED);
        if (cell.formulaWithoutValue()) {
            return null;
        }
        if (cell.blank()) {
            if (status == Status.DEFINITIF) {
                missing(
                        SessionFields.DELIBERATED,
                        "Une session définitive porte la date de sa délibération\u00a0; remplissez "
                                + quoted(SessionFields.DELIBERATED) + ".");
            }
            return null;
        }
        Optional<LocalDate> day = cell.date();
        if (day.isEmpty()) {
            findings.session(
                    AnomalyCode.DATE_INVALIDE,
                    cell.address(),
                    quoted(cell.text())
                            + " n’est pas une date du calendrier\u00a0; écrivez-la sous la forme JJ/MM/AAAA.");
            return null;
        }
        if (day.get().isAfter(today)) {
            findings.session(
                    AnomalyCode.DATE_INVALIDE,
                    cell.address(),
                    "La délibération du " + FrenchDate.inDigits(day.get())
                            + " n’a pas encore eu lieu\u00a0; corrigez la date, ou"
                            + " laissez-la vide tant que la session est provisoire.");
            return null;
        }
        return day.get();
    }

    void outsideValidity(Certification certification, @Nullable LocalDate deliberatedOn) {
        if (deliberatedOn != null && !certification.validOn(deliberatedOn)) {
            findings.session(
                    AnomalyCode.HORS_VALIDITE,
                    fields.first(SessionFields.DELIBERATED).address(),
                    "La délibération du " + FrenchDate.inDigits(deliberatedOn) + " sort des dates de validité de "
                            + certification.code() + " ("
                            + certification.validitySource().text()
                            + ")\u00a0; vérifiez que ces candidats relèvent encore de cette certification.");
        }
    }

    /** Nothing final is decided by a threshold that nobody has given. */
    void settingToFill(Certification certification, Status status) {
        if (status == Status.DEFINITIF && !certification.toFill().isEmpty()) {
            findings.session(
                    AnomalyCode.REGLAGE_A_REMPLIR,
                    fields.first(SessionFields.STATUS).address(),
                    "La définition de " + certification.code() + " laisse à remplir\u00a0: "
                            + String.join(", ", certification.toFill())
                            + "\u00a0; écrivez-les dans templates/certifications/" + certification.code()
                            + ".yaml d’après le texte du certificateur, ou rendez la session provisoire.");
        }
    }

    /** A deliberation before the birth of every candidate has its own date wrong, not all of theirs. */
    void deliberationBeforeAllBirths(@Nullable LocalDate deliberatedOn, List<CandidateRow> rows) {
        List<LocalDate> births = rows.stream()
                .flatMap(row -> Optional.ofNullable(row.birthDate).stream())
                .toList();
        if (deliberatedOn != null && !births.isEmpty() && births.stream().allMatch(deliberatedOn::isBefore)) {
            findings.session(
                    AnomalyCode.DATE_INVALIDE,
                    fields.first(SessionFields.DELIBERATED).address(),
                    "La délibération du " + FrenchDate.inDigits(deliberatedOn)
                            + " précède la naissance de tous les candidats\u00a0; corrigez la date.");
        }
    }

    /** What is to be printed, and cannot. */
    void illegible(Legibility legibility) {
        List<Cell> paragraphs = fields.all(SessionFields.OBSERVATIONS);
        for (Cell cell : fields.cells()) {
            BiConsumer<AnomalyCode, String> tell = (code, sentence) -> findings.session(code, cell.address(), sentence);
            if (paragraphs.contains(cell)) {
                legibility.ofParagraphs(cell, tell);
            } else {
                legibility.of(cell, tell);
            }
        }
    }

    /**
     * A file may announce its own candidates or those of the session.
     *
     * @param rowsIn how many rows of candidates each file has
     * @param all how many candidates they are together
     */
    void countDiffers(IntUnaryOperator rowsIn, int all) {
        for (int file = 0; file < each.size(); file++) {
            Cell cell = each.get(file).first(SessionFields.COUNT);
            int own = rowsIn.applyAsInt(file);
            Optional<BigDecimal> count = cell.number();
            if (!cell.text().isEmpty()
                    && Stream.of(own, all)
                            .noneMatch(right ->
                                    count.isPresent() && count.get().compareTo(BigDecimal.valueOf(right)) == 0)) {
                findings.session(
                        AnomalyCode.EFFECTIF_DIFFERENT,
                        cell.address(),
                        "Le bordereau annonce " + quoted(cell.text()) + " candidats et en contient " + own
                                + (own == all ? "" : " (" + all + " avec les autres fichiers de la session)")
                                + "\u00a0; retrouvez la ligne manquante ou en trop, ou corrigez le nombre.");
            }
        }
    }
}
