package fr.minutier.typesetting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Invented acts with their templates, as near to real ones as this room may come. */
final class Acts {
    /** Templates that share nothing. */
    static final Template.Surroundings ALONE = new Template.Surroundings(Lexicon.EMPTY, Path::of, Set.of());

    static final Typesetter TYPESETTER = new Typesetter(Style.load(Path.of("templates/style.yaml")));
    static final Imprint IMPRINT =
            new Imprint("Acte d'essai", "Un acte inventé", Instant.parse("2026-06-30T12:00:00Z"), null);
    static final Imprint DRAFT =
            new Imprint("Acte d'essai", "Un acte inventé", Instant.parse("2026-06-30T12:00:00Z"), "PROJET");

    private Acts() {}

    record Candidate(
            @Champ(value = "nom", aide = "nom et prénoms du candidat")
            String name,

            @Champ(value = "naissance", aide = "date de naissance")
            String born,

            @Champ(value = "lieu", aide = "lieu de résidence") @Nullable
            String place,

            @Champ(value = "numero", aide = "numéro du candidat")
            String number) {}

    record Note(
            @Champ(value = "composante", aide = "nom de la composante")
            String component,

            @Champ(value = "note", aide = "note sur 20") String mark) {}

    record BlockLine(
            @Champ(value = "code", aide = "code du bloc") String code,

            @Champ(value = "intitule", aide = "intitulé du bloc")
            String title,

            @Champ(value = "notes", aide = "notes du bloc") List<Note> notes,

            @Champ(value = "points", aide = "points obtenus") @Nullable
            String points,

            @Champ(value = "seuil", aide = "points exigés") String threshold,
            @Champ(value = "issue", aide = "issue du bloc") String outcome) {}

    record Statement(
            @Champ(value = "numero", aide = "numéro du relevé")
            String number,

            @Champ(value = "session", aide = "libellé de la session")
            String session,

            @Champ(value = "candidat", aide = "le candidat") Candidate candidate,
            @Champ(value = "blocs", aide = "les blocs") List<BlockLine> blocks,

            @Champ(value = "decision", aide = "décision du jury")
            String decision,

            @Champ(value = "motif", aide = "motif de la décision") @Nullable
            String grounds,

            @Champ(value = "provisoire", aide = "vrai si la session est provisoire")
            boolean draft,

            @Champ(value = "pieces", aide = "pièces jointes")
            List<String> enclosures,

            @Champ(value = "lieu", aide = "lieu de signature")
            String place,

            @Champ(value = "date", aide = "date de signature")
            String date) {}

    record Member(
            @Champ(value = "nom", aide = "nom du membre") String name,
            @Champ(value = "qualite", aide = "qualité") String quality,
            @Champ(value = "college", aide = "collège") String college,
            @Champ(value = "presence", aide = "présence") String presence) {}

    record ColumnHead(
            @Champ(value = "titre", aide = "titre de la colonne")
            String title) {}

    record CandidateLine(
            @Champ(value = "numero", aide = "numéro") String number,
            @Champ(value = "nom", aide = "nom") String name,

            @Champ(value = "naissance", aide = "date de naissance")
            String born,

            @Champ(value = "cases", aide = "une case par colonne")
            List<String> cells,

            @Champ(value = "decision", aide = "décision") String decision) {}

    record Minutes(
            @Champ(value = "session", aide = "libellé de la session")
            String session,

            @Champ(value = "date", aide = "date de délibération")
            String date,

            @Champ(value = "lieu", aide = "lieu") String place,
            @Champ(value = "president", aide = "président") String chair,
            @Champ(value = "jury", aide = "les membres") List<Member> jury,

            @Champ(value = "colonnes", aide = "colonnes de notes")
            List<ColumnHead> columns,

            @Champ(value = "candidats", aide = "les candidats")
            List<CandidateLine> candidates,

            @Champ(value = "bilan", aide = "nombre d'admis") String summary) {}

    record Certificate(
            @Champ(value = "numero", aide = "numéro") String number,
            @Champ(value = "nom", aide = "nom") String name,

            @Champ(value = "naissance", aide = "date de naissance")
            String born,

            @Champ(value = "session", aide = "session") String session,
            @Champ(value = "lieu", aide = "lieu") String place,
            @Champ(value = "date", aide = "date") String date) {}

    static Template template(String name, Class<? extends Record> act) {
        try (var file = Acts.class.getResourceAsStream("/typesetting/" + name)) {
            return Template.load(name, new String(file.readAllBytes(), StandardCharsets.UTF_8), act, ALONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Document statement() {
        return statement("Éloïse-Marguerite d'AUBÉPINE-CHÂTEAUNEUF");
    }

    static Document statement(String name) {
        return template("releve.md", Statement.class)
                .fill(new Statement(
                        "EX-2026-06-0001",
                        "session de juin 2026",
                        new Candidate(name, "2 février 1990", null, "C001"),
                        List.of(
                                new BlockLine(
                                        "BX01",
                                        "Concevoir et conduire une action d'intervention sociale d'intérêt collectif",
                                        List.of(
                                                new Note("Mémoire (coefficient 3)", "11,5"),
                                                new Note("Soutenance (coefficient 2)", "8")),
                                        "50,5",
                                        "50 sur 100",
                                        "Validé"),
                                new BlockLine(
                                        "BX02",
                                        "Évaluer et développer",
                                        List.of(new Note("Rapport collectif", "9"), new Note("Soutenance", "10,75")),
                                        "19,75",
                                        "20 sur 40",
                                        "Non validé"),
                                new BlockLine(
                                        "BX03", "Communiquer et former", List.of(), null, "10 sur 20", "Dispensé")),
                        "obtention partielle",
                        "3 × 11,5 + 2 × 8 = 50,5 ≥ 50 points sur 100\u00a0: validé (arrêté du 2 août 2006, art. 12)",
                        true,
                        List.of("relevé des absences", "avis du directeur de mémoire"),
                        "Exempleville",
                        "30 juin 2026"));
    }

    static Document minutes(int candidates) {
        List<ColumnHead> columns = new ArrayList<>();
        for (String title : List.of(
                "BX01 Mémoire",
                "BX01 Soutenance",
                "BX01 Points",
                "BX02 Rapport",
                "BX02 Soutenance",
                "BX02 Points",
                "BX03 Article")) {
            columns.add(new ColumnHead(title));
        }
        List<CandidateLine> lines = new ArrayList<>();
        String[] names = {
            "DURAND-MARTIN Anne-Sophie",
            "LE GOFF Yann",
            "ÉVÊQUE DE SAINT-CYR Marie-Antoinette Joséphine Clémentine",
            "NGUYỄN Thị Hồng",
            "ÖZTÜRK Şule"
        };
        for (int i = 1; i <= candidates; i++) {
            lines.add(new CandidateLine(
                    String.format("C%03d", i),
                    names[i % names.length],
                    "12/03/1988",
                    List.of("12,5", "8", "53,5", "10", i % 9 == 0 ? "ABS" : "11,25", "21,25", "14"),
                    i % 9 == 0 ? "Partiel" : "Admis"));
        }
        return template("proces-verbal.md", Minutes.class)
                .fill(new Minutes(
                        "session de juin 2026",
                        "30 juin 2026",
                        "Exempleville",
                        "M. Jean DUPRÉ",
                        List.of(
                                new Member("M. Jean DUPRÉ", "inspecteur d'académie", "Rectorat", "présent"),
                                new Member("Mme Aïcha BENALI", "directrice d'établissement", "Employeurs", "présente"),
                                new Member("M. Loïc KERVELLA", "conseiller technique", "Salariés", "présent"),
                                new Member("Mme Zoé LEFÈVRE", "formatrice", "Formateurs", "excusée")),
                        columns,
                        lines,
                        "53 admis, 7 obtentions partielles, aucun ajourné."));
    }

    static Document certificate() {
        return template("attestation.md", Certificate.class)
                .fill(new Certificate(
                        "EX-2026-06-0001",
                        "Mme Éloïse-Marguerite d'AUBÉPINE-CHÂTEAUNEUF",
                        "2 février 1990 à Exempleville",
                        "session de juin 2026",
                        "Exempleville",
                        "30 juin 2026"));
    }
}
