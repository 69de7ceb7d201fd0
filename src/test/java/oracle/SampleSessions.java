package oracle;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The two sessions of the sample input, invented from the first name to the last mark, with every case of section 4. */
final class SampleSessions {
    /** Groups 1 to 6 hold the plain cases; no deliberation date yet, as the session is provisional. */
    private static final String JUNE = """
            001 | Mme | Aubrée | | Élodie, Jeanne | 05/03/1984 | Valence (Drôme) | 1 | formation continue | G1 | | | 13 104 6 | 14 33 12 | 12,5 10850 3.1
            002 | M. | Bérenguier | | Loïc | 17/11/1979 | Gap (Hautes-Alpes) | 1 | formation continue | G1 | | | 12,5 98 13 | 14 33 5,5 | 11 11200 3.2
            003 | Mme | Cœurdevey | | Anne-Élise | 29/02/1996 | Oyonnax (Ain) | 1 | formation initiale | G1 | | | 10 112 9,99 | 14 33 10 | 9,99 10200 3.3
            004 | Mme | D'Hauterive | Poncelain | Françoise | 12/08/1975 | Digne-les-Bains (Alpes-de-Haute-Provence) | 1 | formation continue | G1 | CAFERUIS | | 14 101 15 | 14 33 13 | - - -
            005 | M. | Échavidre | | Théo, Marius | 01/01/1998 | Privas (Ardèche) | 2 | apprentissage | G2 | | | 9,5 95 10,75 | 11,5 31 8,5 | 10 10000 3.4
            006 | Mme | Fauchelevent | | Gaëlle | 23/06/1981 | Annonay (Ardèche) | 2 | formation continue | G2 | | | 12 121 11 | 11,5 31 14 | 13 11500 3.1
            007 | M. | Garrigou-Lasserre | | Jean-Noël | 30/09/1972 | Albi (Tarn) | 2 | formation continue | G2 | | | 8 92 9 | 11,5 31 7 | 7,5 10400 3.2
            008 | Mme | Hénaff | | Maëlys | 14/04/1997 | Vannes (Morbihan) | 2 | contrat de professionnalisation | G3 | | | 15 118 16 | 9,5 35 11 | 14 9850 3.3
            009 | M. | Îlien | | Raphaël | 08/12/1988 | Belley (Ain) | 1 | formation continue | G3 | | | 11 107 ABS | 9,5 35 12 | 12 12000 3.1
            010 | Mme | Jolivelle | | Danièle | 19/07/1968 | Vienne (Isère) | 1 | formation continue | G3 | | BC01 (14/06/2024) | - - - | 9,5 35 10,5 | 11 10900 3.4
            011 | M. | Kervarrec | | Maël | 03/05/1999 | Quimper (Finistère) | 1 | formation initiale | G3 | | | 16 110 14 | 9,5 35 12,5 | - - -
            012 | Mme | L'Hermitte | | Hélène, Noémie | 27/10/1983 | Nyons (Drôme) | 2 | formation continue | G4 | | | 12 99 12 | 12 30 12 | NP - -
            013 | M. | Maçonnay | | François-Xavier | 11/02/1970 | Montélimar (Drôme) | 2 | formation continue | G4 | CAFDES | | 13 105 12 | 12 30 14 | - - -
            014 | M. | N'Diambour | | Cédric | 22/03/1994 | Saint-Louis (Sénégal) | 2 | formation initiale | G4 | | | 12,5 90 11 | 12 30 9 | 10,5 11000 3.2
            015 | Mme | Ourliac | | Inès | 16/01/1986 | Castres (Tarn) | 1 | formation continue | G5 | | | 14 120 13 | 13,25 34 11 | 9,5 10600 3.1
            016 | Mme | Poncelain | | Bérénice | 09/09/1991 | Mende (Lozère) | 1 | formation continue | G5 | Master de sociologie | | 11 103 12 | 13,25 34 12 | 12 11750 3.3
            017 | M. | Quéméneuren | | Gaël | 25/12/1995 | Lannion (Côtes-d'Armor) | 1 | apprentissage | G5 | | | 13 100 11 | ABS - ABS | 13 10300 3.4
            018 | Mme | Rœschwog | | Ophélie | 04/04/1982 | Sélestat (Bas-Rhin) | 1 | formation continue | G5 | | | 7,5 94 8 | 13,25 34 15 | 10,25 10050 3.2
            019 | Mme | de La Rochebrune-Montfaucon d'Entraigues | Saint-Aubert | Zoé, Anne-Sophie, Maria de la Luz | 31/05/1977 | Oran (Algérie) | 2 | formation continue | G6 | | | 17,5 116 18 | 10 32 10 | 16 11900 3.1
            020 | M. | Thévenoux | | Benoît | 13/06/1993 | Roanne (Loire) | 2 | contrat de professionnalisation | G6 | | | 10,5 97 10,5 | 10 32 14,5 | 21 11000 3.3
            021 | M. | Ursulin | | Aurélien | 20/11/2000 | Die (Drôme) | 2 | formation initiale | G6 | | | NP - NP | 10 32 11 | NP - -
            022 | Mme | Vauquelinot | | Joséphine | 07/07/1966 | Tournon-sur-Rhône (Ardèche) | | VAE | | | | validé | validé | validé
            023 | M. | Weylandt | | Émile, Jean | 18/02/1974 | Forbach (Moselle) | | VAE | | | | validé | non validé | validé
            024 | Mme | Yssartier | | Aïcha | 02/10/1980 | Crest (Drôme) | | VAE | | | | non demandé | validé | non demandé
            025 | M. | Zélimont | | Stéphane | 26/08/1969 | Uzès (Gard) | | VAE | | | | non validé | non validé | non validé
            026 | Mme | Bê | | Léa | 15/03/1987 | Nouméa (Nouvelle-Calédonie) | | VAE | | | BC01; BC03 (12/06/2024) | | validé |
            027 | M. | Ly-Ançay | | Kévin | 28/04/1985 | Briançon (Hautes-Alpes) | | VAE | | CAFERUIS | | validé | non validé |
            028 | Mme | Le Guével de Kermorvan | | Chloé, Marie | 10/10/1990 | Auray (Morbihan) | 1 | formation continue | | | BC01 (14/06/2024); BC02 (14/06/2024) | - - - | - - - | 10,75 11400 3.2
            029 | M. | Saint-Aubert | | Noël | 24/12/1971 | Orange (Vaucluse) | 2 | formation continue | G7 | CAFERUIS | BC03 (20/11/2023) | 12 108 12 | 12,5 33 9 | - - -
            030 | Mme | Œuvrard-d'Éon | | Yaëlle, Rose | 06/06/1989 | Bruxelles (Belgique) | 2 | formation continue | G7 | | | 11 102 12,5 | 12,5 33 8 | 9,75 11050 3.2
            031 | M. | de La Fontenelle | | Ange | 21/01/1992 | Bastia (Haute-Corse) | 2 | formation continue | G7 | | | 12 115 8 | 12,5 33 7,5 | 11 10700 3.4
            """;

    /** The report of group C is a page too long, that of group D bears two marks, that of group B was marked again. */
    private static final String NOVEMBER = """
            001 | Mme | Arnoulet | | Clémence | 09/05/1985 | Valence (Drôme) | 1 | formation continue | A | | | 12 96 14 | 12,5 32 7,5 | 11 10100 3.1
            002 | M. | Bressolles-Vigneau | | Étienne | 21/10/1996 | Aubenas (Ardèche) | 1 | formation initiale | A | | | 14,5 119 13 | 12,5 32 13 | 13,5 11800 3.2
            003 | Mme | Chazelet | Delorgues | Véronique | 14/07/1973 | Nantua (Ain) | 1 | formation continue | A | | | 9,75 91 9 | 12,5 32 11 | 12 10750 3.3
            004 | M. | d'Esparron | | Côme | 02/02/1999 | Manosque (Alpes-de-Haute-Provence) | 1 | apprentissage | A | | | 11 100 10,5 | 12,5 32 6 | 8 10500 3.4
            005 | Mme | Estèvenin | | Solène | 30/03/1982 | Dole (Jura) | 2 | formation continue | B | | | 13 109 12,5 | 9 30 10,5 | 10 10990 3.1
            006 | Mme | Fontvieillard | | Maud, Agnès | 17/08/1978 | Thiers (Puy-de-Dôme) | 2 | formation continue | B | | | 12 101 11 | 9 30 10,25 | 14 11000 3.2
            007 | M. | Grandclément | | Ruben | 05/12/1994 | Saint-Claude (Jura) | 2 | contrat de professionnalisation | B | | | 10 93 10 | 9 30 13 | 10,25 12000 3.2
            008 | Mme | Hautecombe | | Adélaïde | 11/11/1976 | Aix-les-Bains (Savoie) | 1 | formation continue | C | | | 16 117 15 | 15 36 14 | 15 11650 3.4
            009 | M. | Isnardon | | Léo, Félix | 23/04/1998 | Apt (Vaucluse) | 1 | formation initiale | C | | | 8,5 90 12,25 | 15 36 8 | 11,5 10000 3.1
            010 | Mme | Jaubertie | | Nadège | 08/01/1980 | Millau (Aveyron) | 1 | formation continue | C | CAFERUIS | | 12 98 10 | 15 36 9 | - - -
            011 | M. | Kermoalquin | | Ronan | 19/06/1987 | Paimpol (Côtes-d'Armor) | 1 | formation continue | C | | | 13,5 104 ABS | 15 36 12 | 12 10200 3.3
            012 | Mme | Lavergnolle | | Pénélope | 26/09/1990 | Figeac (Lot) | 2 | formation continue | D | | | 12 97 13 | 11 33 12 | 12 10800 3.1
            013 | M. | Malaucène | | Anselme | 03/03/1983 | Carpentras (Vaucluse) | 2 | formation continue | D | | | 13 113 11 | 11 33 10 | 11 11300 3.2
            014 | M. | Nègrepelisse | | Gaspard | 12/12/1992 | Moissac (Tarn-et-Garonne) | 2 | contrat de professionnalisation | D | | | 11 105 12 | 12 33 11 | 10 10600 3.3
            015 | Mme | Ozanneau | | Perrine | 28/05/1979 | Royan (Charente-Maritime) | 1 | formation continue | E | CAFERUIS | | 12 99 13 | 10,5 35 12 | 13 10900 3.2
            016 | M. | Pradelloux | | Bastien | 15/10/1991 | Mauriac (Cantal) | 1 | formation continue | E | | | 12 106 12 | 10,5 35 9,49 | 10,01 11111 3.3
            017 | Mme | Quersain | | Océane | 07/02/2000 | Vitré (Ille-et-Vilaine) | 1 | formation initiale | E | | | 6 95 5 | 10,5 35 9 | 9 10300 3.1
            018 | M. | Rougemaille | | Didier | 20/01/1964 | Lure (Haute-Saône) | | VAE | | | | validé | validé | validé
            019 | Mme | Sèvremont | | Karima | 01/08/1981 | Béziers (Hérault) | | VAE | | | | validé | non validé | non validé
            020 | M. | Tréfouël | | Sylvain | 16/11/1976 | Dinan (Côtes-d'Armor) | | VAE | | | | non demandé | validé | validé
            021 | Mme | Urbanczyk-Noël | | Irène | 04/06/1970 | Lens (Pas-de-Calais) | | VAE | | | | non validé | non demandé | non demandé
            022 | M. | Valgayrac | | Thibault | 22/02/1968 | Lodève (Hérault) | | VAE | | CAFDES | | validé | validé |
            023 | Mme | Wormsbecher | | Judith | 13/09/1988 | Saverne (Bas-Rhin) | 2 | formation continue | | | BC01 (19/06/2025); BC02 (19/06/2025) | - - - | - - - | 9,5 10400 3.4
            024 | M. | Xambilly | | Honoré | 29/03/1986 | Céret (Pyrénées-Orientales) | 2 | formation continue | | | BC02 (20/06/2019) | 12 100 12 | - - - | 13 11900 3.1
            025 | Mme | Martinelle | | Camille | 18/04/1990 | Vesoul (Haute-Saône) | | VAE | | | | validé | validé | validé
            026 | Mme | Martinelle | | Camille | 18/04/1990 | Saint-Denis (La Réunion) | 2 | formation continue | | | BC01; BC02 | - - - | - - - | 12,25 10950 3.2
            027 | M. | Yvonnet | | Swann | 10/05/1997 | Thônes (Haute-Savoie) | 2 | formation initiale | | | | NP - NP | NP - NP | NP - -
            028 | Mme | Zacharello | | Livia | 25/07/1984 | Ajaccio (Corse-du-Sud) | 1 | formation continue | | | BC02; BC03 (19/06/2025) | 12 88 13 | - - - | - - -
            """;

    private static final List<String> SCHOOLS = List.of(
            "Institut régional du travail social du Val-d'Azur",
            "École supérieure en intervention sociale de Port-Clairval");

    private SampleSessions() {}

    /** Session of June 2026, provisional: a jury within the rules, an unknown column, three candidates withheld. */
    static RawSession june() {
        RawSession raw = session("DEIS-2026-JUIN", "Session de juin 2026", "provisoire", "", "3 mars 2026");
        raw.field("Nombre de candidats", "31");
        raw.field("Ouverture", "9 h 00");
        raw.field("Observations", "Projet soumis au jury ; délibération prévue le 25 juin 2026.");
        member(
                raw,
                "Mme",
                "Delassagne",
                "Mireille",
                "Inspectrice de l'action sanitaire et sociale",
                "État",
                "président");
        member(
                raw,
                "M.",
                "Ferrandoux",
                "Alban",
                "Représentant de la rectrice, inspecteur d'académie",
                "Rectorat",
                "membre");
        member(
                raw,
                "Mme",
                "Tessonnière",
                "Judicaëlle",
                "Maîtresse de conférences en sociologie",
                "Formateurs",
                "membre");
        member(raw, "M.", "Brugevin", "Olivier", "Responsable de formation", "Formateurs", "membre");
        member(raw, "Mme", "Coulombel", "Sarah", "Formatrice, directrice de mémoire", "Formateurs", "membre");
        member(raw, "M.", "Hardevillé", "Yann", "Formateur, directeur de mémoire", "Formateurs", "membre");
        member(raw, "Mme", "Lozachmeur", "Nolwenn", "Conseillère technique au département", services(), "membre");
        member(
                raw,
                "M.",
                "Pastourel",
                "Régis",
                "Directeur d'un centre communal d'action sociale",
                services(),
                "membre");
        member(raw, "Mme", "Vialaneix", "Corinne", "Directrice générale d'association", "Employeurs", "membre");
        member(raw, "M.", "Quillard", "Hervé", "Directeur d'établissement médico-social", "Employeurs", "membre");
        member(raw, "Mme", "Escoffray", "Amandine", "Conseillère technique en travail social", "Salariés", "membre");
        member(raw, "M.", "Benchaïb", "Nassim", "Chargé de mission développement social", "Salariés", "membre");
        raw.jury().rows.get(4).put("Candidats", "DEIS26-001; DEIS26-009");
        raw.jury().rows.get(5).put("Candidats", "DEIS26-005");
        raw.jury().rows.get(7).put("Présent", "excusé");
        candidates(raw, "DEIS26-", JUNE);
        List<Map<String, String>> rows = raw.candidates().rows;
        rows.get(5).put(Deis.WAIVER, "LONGUEUR_MEMOIRE : une page de plus, admise par le jury au vu des tableaux");
        rows.get(13).put(Deis.WITHHELD, "Suspicion de plagiat dans l'article, dossier transmis à l'autorité");
        Corrections.row(
                raw, rows.get(14), Deis.ARTICLE, "10", "Relecture par le jury : bibliographie oubliée au barème");
        raw.candidates().headers.add(2, "Salle");
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).put("Salle", i % 2 == 0 ? "B 104" : "B 106");
        }
        return raw;
    }

    /** Session of November 2025, definitive: employers outnumber employees in its jury, five candidates withheld. */
    static RawSession november() {
        RawSession raw = session(
                "DEIS-2025-NOVEMBRE", "Session de novembre 2025", "définitif", "20/11/2025", "15 septembre 2025");
        raw.field("Ouverture", "9 h 30");
        raw.field("Clôture", "16 h 45");
        member(
                raw,
                "M.",
                "Ferrandoux",
                "Alban",
                "Représentant de la rectrice, inspecteur d'académie",
                "Rectorat",
                "président");
        member(raw, "Mme", "Delassagne", "Mireille", "Inspectrice de l'action sanitaire et sociale", "État", "membre");
        member(
                raw,
                "Mme",
                "Tessonnière",
                "Judicaëlle",
                "Maîtresse de conférences en sociologie",
                "Formateurs",
                "membre");
        member(raw, "M.", "Brugevin", "Olivier", "Responsable de formation", "Formateurs", "membre");
        member(raw, "Mme", "Coulombel", "Sarah", "Formatrice, directrice de mémoire", "Formateurs", "membre");
        member(raw, "Mme", "Lozachmeur", "Nolwenn", "Conseillère technique au département", services(), "membre");
        member(
                raw,
                "M.",
                "Pastourel",
                "Régis",
                "Directeur d'un centre communal d'action sociale",
                services(),
                "membre");
        member(raw, "Mme", "Vialaneix", "Corinne", "Directrice générale d'association", "Employeurs", "membre");
        member(raw, "M.", "Quillard", "Hervé", "Directeur d'établissement médico-social", "Employeurs", "membre");
        member(raw, "Mme", "Escoffray", "Amandine", "Conseillère technique en travail social", "Salariés", "membre");
        raw.jury().rows.get(4).put("Candidats", "25N-001; 25N-008");
        raw.jury().rows.get(6).put("Présent", "excusé");
        candidates(raw, "25N-", NOVEMBER);
        List<Map<String, String>> rows = raw.candidates().rows;
        rows.get(1).put(Deis.WAIVER, "LONGUEUR_ARTICLE : accord du jury");
        for (int i = 7; i <= 10; i++) {
            rows.get(i).put(Deis.WAIVER, "LONGUEUR_RAPPORT : carte en pleine page comptée à tort");
        }
        for (int i = 4; i <= 6; i++) {
            Corrections.row(raw, rows.get(i), Deis.COLLECTIVE, "9,5", "Double correction du rapport collectif");
        }
        return raw;
    }

    private static String services() {
        return "Services et personnes qualifiées";
    }

    private static RawSession session(String id, String label, String status, String date, String named) {
        RawSession raw = new RawSession(id);
        raw.field("Session", id);
        raw.field("Certification", Deis.CERTIFICATION);
        raw.field("Libellé", label);
        raw.field("Statut", status);
        raw.field(Deis.DATE, date);
        raw.fields.add(new RawSession.Field("Autorité", "Le préfet de la région Val-d'Azur"));
        raw.fields.add(new RawSession.Field("Autorité", "La rectrice de l'académie du Val-d'Azur"));
        raw.field("Lieu", "Port-Clairval");
        raw.field("Établissement", SCHOOLS.get(0));
        raw.field("Région", "Val-d'Azur");
        raw.field("Arrêté de nomination", "Arrêté préfectoral du " + named + " portant nomination du jury");
        return raw;
    }

    private static void member(
            RawSession raw, String title, String name, String first, String capacity, String college, String role) {
        raw.jury()
                .add(
                        "Civilité", title,
                        "Nom", name,
                        "Prénom", first,
                        "Qualité", capacity,
                        "Collège", college,
                        "Rôle", role,
                        "Présent", "oui",
                        "Groupe", raw.jury().rows.size() % 2 == 0 ? "1" : "2");
    }

    private static void candidates(RawSession raw, String prefix, String table) {
        for (String line : table.lines().toList()) {
            List<String> cells = new ArrayList<>();
            for (String cell : line.split("\\|", -1)) {
                cells.add(cell.strip());
            }
            Map<String, String> row = raw.candidates()
                    .add(
                            Deis.NUMBER,
                            prefix + cells.get(0),
                            "Civilité",
                            cells.get(1),
                            Deis.NAME,
                            cells.get(2),
                            "Nom d'usage",
                            cells.get(3),
                            Deis.FIRST_NAMES,
                            cells.get(4),
                            Deis.BIRTH,
                            cells.get(5),
                            "Lieu de naissance",
                            cells.get(6),
                            "Courriel",
                            address(cells.get(4), cells.get(2), cells.get(0)),
                            "Établissement",
                            cells.get(7).isEmpty() ? "" : SCHOOLS.get(Integer.parseInt(cells.get(7)) - 1),
                            Deis.ROUTE,
                            cells.get(8),
                            Deis.GROUP,
                            cells.get(9),
                            Deis.TITLE,
                            cells.get(10),
                            Deis.ACQUIRED,
                            cells.get(11));
            for (int i = 0; i < Deis.BLOCKS.size(); i++) {
                block(row, Deis.BLOCKS.get(i), cells.get(12 + i));
            }
        }
    }

    /** Either a VAE decision, or written mark, length and oral mark (competence for the article), "-" for nothing. */
    private static void block(Map<String, String> row, Deis.Block block, String cell) {
        if (row.get(Deis.ROUTE).equals(Deis.VAE)) {
            put(row, block.vaeHeader(), cell);
            return;
        }
        String[] parts = cell.split(" ");
        put(row, block.components().get(0).header(), parts[0]);
        put(row, block.length().header(), parts[1]);
        boolean oral = block.components().size() > 1;
        put(row, oral ? block.components().get(1).header() : Deis.COMPETENCE, parts[2]);
    }

    private static void put(Map<String, String> row, String header, String value) {
        if (!value.isEmpty() && !value.equals("-")) {
            row.put(header, value);
        }
    }

    private static String address(String firstNames, String name, String number) {
        String first = firstNames.split(",")[0];
        return (Normalizer.normalize(first + "." + name, Normalizer.Form.NFD)
                                .replaceAll("\\p{M}", "")
                                .replace("œ", "oe")
                                .replace("Œ", "oe")
                                .replaceAll("[ ']", "-")
                                .toLowerCase(Locale.ROOT)
                        + (name.equals("Martinelle") ? number : ""))
                + "@example.org";
    }
}
