package fr.minutier.check;

import static fr.minutier.check.Sentences.quoted;

import fr.minutier.bordereau.Bordereau;
import fr.minutier.bordereau.Cell;
import fr.minutier.bordereau.Columns;
import fr.minutier.bordereau.Label;
import fr.minutier.bordereau.Table;
import fr.minutier.certification.Certification;
import fr.minutier.certification.CertificationLibrary;
import fr.minutier.certification.NamedTitle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The certifications that the candidates of a session come for: that of the session, and those of the same family that
 * a row of candidates names.
 *
 * @param all that of the session first, then the others by code; empty when that of the session is unknown
 */
record Regimes(List<Certification> all) {
    Regimes {
        all = List.copyOf(all);
    }

    /** Those that the files name in the sheet of candidates. */
    static Regimes of(List<Bordereau> files, Optional<Certification> ofSession, CertificationLibrary library) {
        if (ofSession.isEmpty()) {
            return new Regimes(List.of());
        }
        List<Certification> all = new ArrayList<>(List.of(ofSession.get()));
        TreeSet<Certification> others = new TreeSet<>(Comparator.comparing(Certification::code));
        for (Bordereau file : files) {
            Check.sheet(file, "Candidats")
                    .flatMap(sheet -> Table.find(
                            sheet,
                            Stream.concat(Columns.OF_EVERY_CANDIDATE.stream(), Stream.of(Columns.REGIME))
                                    .toList()))
                    .map(Table::records)
                    .orElse(List.of())
                    .forEach(row -> find(row.cell(Columns.REGIME.key()), library)
                            .filter(found ->
                                    found.acronym().equals(ofSession.get().acronym()))
                            .ifPresent(others::add));
        }
        others.remove(ofSession.get());
        all.addAll(others);
        return new Regimes(all);
    }

    static Optional<Certification> find(Cell cell, CertificationLibrary library) {
        String code = Label.fold(cell.text());
        return code.isEmpty()
                ? Optional.empty()
                : library.all().stream()
                        .filter(known -> Label.fold(known.code()).equals(code))
                        .findFirst();
    }

    /** Reads for which certification each candidate comes; who names none comes for that of the session. */
    void read(List<CandidateRow> rows, CertificationLibrary library, Findings findings) {
        for (CandidateRow row : rows) {
            Cell cell = row.cell(Columns.REGIME.key());
            row.certification = find(cell, library).filter(all::contains).orElse(all.getFirst());
            if (cell.blank()
                    || cell.formulaWithoutValue()
                    || find(cell, library).filter(all::contains).isPresent()) {
                continue;
            }
            Optional<NamedTitle> named = library.named().stream()
                    .filter(title -> Label.fold(title.code()).equals(Label.fold(cell.text())))
                    .findFirst();
            findings.candidate(
                    row,
                    named.isPresent() ? AnomalyCode.CERTIFICATION_INCOMPLETE : AnomalyCode.REGIME_INCONNU,
                    cell.address(),
                    named.map(NamedTitle::refusal)
                            .orElseGet(() -> quoted(cell.text()) + " n’est pas une certification "
                                    + all.getFirst().acronym() + "\u00a0; écrivez l’une de\u00a0: "
                                    + library.all().stream()
                                            .filter(known -> known.acronym()
                                                    .equals(all.getFirst().acronym()))
                                            .map(Certification::code)
                                            .collect(Collectors.joining(", "))
                                    + ", ou videz la cellule pour celle de la session."));
        }
    }
}
