package fr.minutier.bordereau;

import fr.minutier.certification.Certification;
import fr.minutier.certification.Component;
import fr.minutier.certification.Epreuve;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns of the sheets: those that every certification shares here, those of marks from its definition. The blank
 * bordereau bears their official headers, and whoever reads a bordereau looks for them.
 */
public final class Columns {
    public static final Column FIELD = new Column("champ", List.of("Champ"));
    public static final Column VALUE = new Column("valeur", List.of("Valeur"));

    public static final Column NUMBER = new Column(
            "numero", List.of("N° candidat", "N° de candidat", "Numéro candidat", "N°", "Candidat", "Matricule"));
    public static final Column CIVILITY = new Column("civilite", List.of("Civilité"));
    public static final Column BIRTH_NAME =
            new Column("nom", List.of("Nom de naissance", "Nom", "Nom patronymique", "Nom de famille"));
    public static final Column USAGE_NAME = new Column("nom-usage", List.of("Nom d’usage", "Nom usuel"));
    public static final Column FIRST_NAMES = new Column("prenoms", List.of("Prénoms", "Prénom", "Prénom(s)"));
    public static final Column BIRTH_DATE =
            new Column("naissance", List.of("Date de naissance", "Né(e) le", "Né le", "Née le"));
    public static final Column BIRTH_PLACE = new Column("lieu", List.of("Lieu de naissance"));
    public static final Column EMAIL =
            new Column("courriel", List.of("Courriel", "E-mail", "Adresse électronique", "Mél"));
    public static final Column SCHOOL = new Column("etablissement", List.of("Établissement"));
    public static final Column ROUTE = new Column("voie", List.of("Voie", "Voie d’accès"));
    public static final Column GROUP = new Column("groupe", List.of("Groupe"));
    public static final Column TITLE = new Column("titre", List.of("Titre dispensant", "Dispense"));
    public static final Column ACQUIRED = new Column("acquis", List.of("Blocs acquis", "Blocs déjà acquis"));
    public static final Column TITLE_DATE = new Column("titre-date", List.of("Titre obtenu le", "Date du titre"));
    public static final Column TITLE_AUTHORITY =
            new Column("titre-autorite", List.of("Titre délivré par", "Autorité du titre"));
    public static final Column TITLE_SEEN =
            new Column("titre-vu", List.of("Titre vu par", "Justificatif du titre vu par"));
    public static final Column ACQUIRED_AUTHORITY =
            new Column("acquis-autorite", List.of("Acquis délivrés par", "Acquis délivré par", "Autorité des acquis"));
    public static final Column ACQUIRED_SEEN =
            new Column("acquis-vu", List.of("Acquis vus par", "Acquis vu par", "Justificatif des acquis vu par"));
    public static final Column SEX = new Column("sexe", List.of("Sexe"));
    public static final Column BIRTH_COMMUNE = new Column(
            "commune",
            List.of("Code commune de naissance", "Code INSEE de naissance", "Code INSEE commune de naissance"));
    public static final Column BIRTH_COUNTRY =
            new Column("pays", List.of("Code pays de naissance", "Code INSEE pays de naissance"));
    public static final Column WAIVERS = new Column("derogation", List.of("Dérogation", "Dérogations"));
    public static final Column RESERVED = new Column("reserve", List.of("Résultat réservé"));

    /** The certification of a candidate who comes under other rules than those of the session. */
    public static final Column REGIME = new Column("regime", List.of("Certification"));

    public static final Column LAST_NAME = new Column("nom", List.of("Nom"));
    public static final Column FIRST_NAME = new Column("prenom", List.of("Prénom", "Prénoms"));
    public static final Column CAPACITY = new Column("qualite", List.of("Qualité"));
    public static final Column COLLEGE = new Column("college", List.of("Collège"));
    public static final Column ROLE = new Column("role", List.of("Rôle"));
    public static final Column PRESENT = new Column("present", List.of("Présent", "Présence"));
    public static final Column JURY_GROUP = new Column("groupe", List.of("Groupe"));
    public static final Column JURY_CANDIDATES = new Column("candidats", List.of("Candidats"));

    public static final Column RECUSED =
            new Column("recuse", List.of("Récusé pour", "Récusée pour", "Récusation", "Récusations"));
    public static final Column EXAMINES = new Column("epreuves", List.of("Épreuves", "Épreuve"));
    public static final Column DESIGNATED = new Column("designe", List.of("Désigné par", "Désignée par"));

    public static final Column COMPONENT = new Column("composante", List.of("Composante"));
    public static final Column SETTLED = new Column("note", List.of("Note arrêtée"));
    public static final Column REASON = new Column("motif", List.of("Motif"));

    /** What a row of candidates has whatever the certification. */
    public static final List<Column> OF_EVERY_CANDIDATE = List.of(
            NUMBER,
            CIVILITY,
            BIRTH_NAME,
            USAGE_NAME,
            FIRST_NAMES,
            BIRTH_DATE,
            BIRTH_PLACE,
            EMAIL,
            SCHOOL,
            ROUTE,
            GROUP,
            TITLE,
            ACQUIRED,
            WAIVERS,
            RESERVED);
    /** What shows a title held or an earlier award, where the bordereau says it. */
    public static final List<Column> OF_EVIDENCE =
            List.of(TITLE_DATE, TITLE_AUTHORITY, TITLE_SEEN, ACQUIRED_AUTHORITY, ACQUIRED_SEEN);
    /** Identity data that no act bears and that only the export to the SI-CPF asks for. */
    public static final List<Column> OF_EXPORT = List.of(SEX, BIRTH_COMMUNE, BIRTH_COUNTRY);
    /** What every candidate must have: columns that are always there, and by which a row names somebody. */
    public static final List<Column> REQUIRED_OF_CANDIDATES =
            List.of(NUMBER, BIRTH_NAME, FIRST_NAMES, BIRTH_DATE, ROUTE);

    public static final List<Column> OF_SESSION = List.of(FIELD, VALUE);
    public static final List<Column> OF_JURY = List.of(
            CIVILITY,
            LAST_NAME,
            FIRST_NAME,
            CAPACITY,
            COLLEGE,
            ROLE,
            PRESENT,
            JURY_GROUP,
            JURY_CANDIDATES,
            RECUSED,
            EXAMINES,
            DESIGNATED);
    public static final List<Column> OF_DELIBERATION = List.of(NUMBER, COMPONENT, SETTLED, REASON);

    private Columns() {}

    /**
     * Every column of the sheet of candidates, in the order of the blank bordereau: each mark before what measures or
     * describes the same work, then decisions by VAE, then what is rarely known. Those that the definition names have their header as key.
     */
    public static List<Column> ofCandidates(Certification certification) {
        List<Column> columns = new ArrayList<>(OF_EVERY_CANDIDATE);
        columns.addAll(ofMarks(certification));
        columns.addAll(OF_EVIDENCE);
        columns.addAll(OF_EXPORT);
        return columns;
    }

    /**
     * Every column that may stand in the sheet of candidates, when some come under other rules of the same family. A header
     * that two of them name is one column.
     *
     * @param certifications that of the session first; none when it is unknown, and with it what marks there are
     */
    public static List<Column> ofCandidates(List<Certification> certifications) {
        List<Column> columns = new ArrayList<>(OF_EVERY_CANDIDATE);
        columns.add(REGIME);
        if (!certifications.isEmpty()) {
            Map<String, Column> marks = new LinkedHashMap<>();
            certifications.forEach(
                    certification -> ofMarks(certification).forEach(column -> marks.putIfAbsent(column.key(), column)));
            columns.addAll(marks.values());
            columns.addAll(OF_EVIDENCE);
            columns.addAll(OF_EXPORT);
        }
        return columns;
    }

    private static List<Column> ofMarks(Certification certification) {
        List<Column> columns = new ArrayList<>();
        for (Epreuve epreuve : certification.epreuves()) {
            for (Component component : epreuve.components()) {
                List<String> names = new ArrayList<>(List.of(component.column()));
                names.addAll(component.aliases());
                columns.add(new Column(component.column(), names));
                epreuve.lengths().stream()
                        .filter(length -> length.measures().equals(component.column()))
                        .forEach(length -> columns.add(named(length.column())));
                epreuve.choice()
                        .filter(choice -> choice.measures().equals(component.column()))
                        .ifPresent(choice -> columns.add(named(choice.column())));
            }
        }
        certification.blocks().forEach(block -> columns.add(named(block.vaeColumn())));
        return columns;
    }

    private static Column named(String header) {
        return new Column(header, List.of(header));
    }
}
