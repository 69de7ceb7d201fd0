package fr.minutier.cli;

import fr.minutier.certification.Block;
import fr.minutier.certification.Certification;
import fr.minutier.certification.Component;
import fr.minutier.certification.Epreuve;
import fr.minutier.certification.LengthLimit;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A coordinator who holds her first session: what she types into a blank bordereau, her five slips, their corrections. */
record Newcomer(Certification certification, String extension) {
    /** Three pass everything, the fourth fails one épreuve, the fifth comes by VAE. */
    static final int CANDIDATES = 5;

    String session() {
        return certification.code() + "-JUIN";
    }

    Path in(Path folder) {
        return folder.resolve(session() + "." + extension);
    }

    List<Typed> filled() {
        List<Typed> typed = new ArrayList<>();
        typed.add(Typed.field("Libellé", "Session de juin 2026"));
        typed.add(Typed.field("Lieu", "Salle d’honneur"));
        List<String> colleges = certification.jury().colleges();
        for (int at = 0; at < colleges.size(); at++) {
            typed.add(Typed.member(at + 1, "Civilité", at % 2 == 0 ? "Mme" : "M."));
            typed.add(Typed.member(
                    at + 1,
                    "Nom",
                    List.of("Orme", "Pin", "Saule", "Tilleul", "Charme", "Hêtre")
                            .get(at)));
            typed.add(Typed.member(at + 1, "Prénom", "Dominique"));
            typed.add(Typed.member(at + 1, "Qualité", "membre nommé"));
            typed.add(Typed.member(at + 1, "Collège", colleges.get(at)));
            typed.add(Typed.member(at + 1, "Rôle", at == 0 ? "président" : "membre"));
            typed.add(Typed.member(at + 1, "Présent", "oui"));
        }
        for (int entry = 1; entry <= CANDIDATES; entry++) {
            typed.addAll(identity(entry));
            typed.addAll(entry == CANDIDATES ? decisions(entry) : works(entry));
        }
        return typed;
    }

    private static List<Typed> identity(int entry) {
        return List.of(
                Typed.candidate(entry, "N° candidat", "00" + entry),
                Typed.candidate(entry, "Civilité", entry % 2 == 0 ? "M." : "Mme"),
                Typed.candidate(
                        entry,
                        "Nom de naissance",
                        List.of("Aubépine", "Bruyère", "Cœur", "D’Île", "Érable")
                                .get(entry - 1)),
                Typed.candidate(entry, "Prénoms", "Maël Zoé"),
                Typed.candidate(entry, "Date de naissance", "0" + entry + "/03/1990"),
                Typed.candidate(entry, "Lieu de naissance", "Saint-Étienne (42)"),
                Typed.candidate(entry, "Voie", entry == CANDIDATES ? "VAE" : "formation continue"));
    }

    private List<Typed> works(int entry) {
        List<Typed> typed = new ArrayList<>();
        for (Epreuve epreuve : certification.epreuves()) {
            boolean failed =
                    entry == 4 && epreuve.equals(certification.epreuves().getLast());
            for (Component component : epreuve.components()) {
                if (component.collective()) {
                    typed.add(Typed.candidate(entry, "Groupe", "A"));
                }
                typed.add(Typed.candidate(
                        entry, component.column(), component.collective() ? "14" : failed ? "7,25" : "12,5"));
            }
            for (LengthLimit limit : epreuve.lengths()) {
                typed.add(Typed.candidate(
                        entry,
                        limit.column(),
                        limit.minimum().setScale(0, RoundingMode.CEILING).toPlainString()));
            }
            epreuve.choice()
                    .ifPresent(choice -> typed.add(Typed.candidate(
                            entry,
                            choice.column(),
                            certification.competences(epreuve).getFirst().code())));
        }
        return typed;
    }

    private List<Typed> decisions(int entry) {
        return certification.blocks().stream()
                .map(Block::vaeColumn)
                .map(column -> Typed.candidate(entry, column, "validé"))
                .toList();
    }

    private String mark() {
        return certification.epreuves().getFirst().components().getFirst().column();
    }

    /** Her five slips, one to a candidate. */
    List<Typed> slips() {
        return List.of(
                Typed.candidate(1, mark(), "125"),
                Typed.candidate(2, mark(), "douze"),
                Typed.candidate(3, mark(), ""),
                Typed.candidate(4, "Date de naissance", "31/02/1990"),
                Typed.candidate(5, "Voie", ""));
    }

    /** What the first night says of them: code and candidate. */
    static final List<String> TOLD = List.of(
            "001 NOTE_HORS_BORNES",
            "002 NOTE_ILLISIBLE",
            "003 NOTE_MANQUANTE",
            "004 DATE_INVALIDE",
            "005 IDENTITE_INCOMPLETE");

    /** What she types where the annotated file sends her; and now that nothing is left to say, the session is final. */
    List<Typed> corrections() {
        return List.of(
                Typed.candidate(1, mark(), "12,5"),
                Typed.candidate(2, mark(), "12"),
                Typed.candidate(3, mark(), "12,5"),
                Typed.candidate(4, "Date de naissance", "04/03/1990"),
                Typed.candidate(5, "Voie", "VAE"),
                Typed.field("Statut", "définitif"),
                Typed.field("Date de délibération", "19/06/2026"));
    }
}
